package dev.natsfleet.logs.shipper.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files are bytes; a checkpoint keeps them whatever the locale makes of them. */
class PathBytesTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"app.log", "a%20b+c.log", "caf%C3%A9.log", "bad%FF%20%E9+%25.log"})
  void shouldLeadToTheSameFileAfterARestart(String name) throws Exception {
    Path file = Files.createFile(Path.of(URI.create(directory.toUri() + name)));

    Path restored = new LineParser(LineParser.text(file)).path();

    assertThat(restored).isEqualTo(file).exists();
  }

  @Test
  void shouldReadWhatEarlierVersionsWrote() {
    assertThat(PathBytes.parse("%2Fvar%2Flog%2Fa+b%2Bc.log"))
        .isEqualTo(Path.of("/var/log/a b+c.log"));
    assertThat(PathBytes.parse("%2Fvar%2Flog%2Fcaf%C3%A9+1.log"))
        .isEqualTo(Path.of(URI.create("file:///var/log/caf%C3%A9%201.log")));
  }

  @Test
  void shouldKeepAPathThatIsADirectoryNow() throws Exception {
    Path path = Files.createDirectory(Path.of(URI.create(directory.toUri() + "%C3%A9")));

    assertThat(new LineParser(LineParser.text(path)).path()).isEqualTo(path);
  }
}
