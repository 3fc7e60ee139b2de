package dev.natsfleet.logs.receiver.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelativeOutputTest {

  @Test
  void shouldNotJoinARelativeDirectoryTwice() {
    FileNaming naming =
        new FileNaming(Optional.empty(), "logs/app-%Y", Duration.ofDays(1), ZoneOffset.UTC);
    Path file = naming.file("", 0, 0);

    assertThat(file).isEqualTo(Path.of("logs/app-1970").toAbsolutePath());
    assertThat(naming.isFileOf("", file)).isTrue();
    assertThat(naming.depth("")).isOne();
  }
}
