package dev.natsfleet.logs.receiver.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention of a host of whose files not all can be reached or packed. */
class ArchiveFailureTest {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final RetentionPolicy WEEK = new RetentionPolicy(true, Duration.ofDays(7), 0, 0);

  @TempDir Path directory;
  private final CurrentFiles current = new CurrentFiles();

  @Test
  void shouldDeleteWhatHasExpiredThoughNothingCanBePacked() throws IOException {
    Path newer = file("web/logs/app-05", 3);
    Path other = file("web/logs/app-04", 4);
    Path expired = file("web/logs/app-01", 30);
    Files.createDirectories(directory.resolve("web/logs/app-05.gz/in-the-way"));

    assertThatThrownBy(this::applyRetention).hasMessageContaining("app-05");

    assertThat(expired).doesNotExist();
    assertThat(newer).exists();
    assertThat(other).doesNotExist().hasFileName("app-04");
    assertThat(directory.resolve("web/logs/app-04.gz")).exists();
  }

  @Test
  void shouldReachFilesBehindALinkAndEndInALoop() throws IOException {
    Files.createDirectories(directory.resolve("disk"));
    Files.createDirectories(directory.resolve("web"));
    Files.createSymbolicLink(directory.resolve("web/logs"), directory.resolve("disk"));
    Files.createSymbolicLink(directory.resolve("disk/loop"), directory.resolve("disk"));
    Path expired = file("web/logs/app-01", 30);

    applyRetention();

    assertThat(expired).doesNotExist();
  }

  @Test
  void shouldLeaveTheCurrentFileAloneUnderAnotherName() throws IOException {
    Path written = file("web/logs/app-06", 30);
    Path alias = directory.resolve("web/logs/app-07");
    Files.createSymbolicLink(alias, written);
    current.of(directory).add(written);

    applyRetention();

    assertThat(written).exists();
    assertThat(alias).exists();
  }

  private void applyRetention() throws IOException {
    FileNaming naming =
        new FileNaming(Optional.of(directory), "logs/app-%m", Duration.ofDays(1), ZoneOffset.UTC);
    new Archive(naming, current, WEEK).applyRetention("web", NOW, () -> true);
  }

  private Path file(String name, int days) throws IOException {
    Path file = directory.resolve(name);
    if (!Files.isDirectory(file.resolveSibling(""))) {
      Files.createDirectories(file.resolveSibling(""));
    }
    Files.write(file, new byte[100]);
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
  }
}
