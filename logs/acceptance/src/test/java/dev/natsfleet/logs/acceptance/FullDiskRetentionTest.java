package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.retention.Archive;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished files are packed and deleted on a disk that has no room left. */
@Tag("server")
class FullDiskRetentionTest {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final RetentionPolicy PACK_A_WEEK =
      new RetentionPolicy(true, Duration.ofDays(7), 0, 0);

  @TempDir Path directory;
  private SmallDisk disk;
  private Path web;

  @BeforeEach
  void mount() throws Exception {
    web = directory.resolve("web");
    disk = new SmallDisk(web, "256k");
  }

  @AfterEach
  void unmount() throws Exception {
    disk.unmount();
  }

  @Test
  void shouldPackInTheRoomThatExpiredFilesHaveTaken() throws Exception {
    Path expired = file("app-01", 30);
    file("app-05", 3);
    Path filling = fill();

    applyRetention();

    assertThat(expired).doesNotExist();
    assertThat(names()).containsExactly("app-05.gz", "filling");
    assertThat(filling).exists();
  }

  @Test
  void shouldSayThatThereIsNoRoomKeepTheFileAndPackItLater() throws Exception {
    Path file = file("app-05", 3);
    byte[] written = Files.readAllBytes(file);
    fill();

    assertThatThrownBy(this::applyRetention).hasMessageContaining("No space left on device");

    assertThat(names()).containsExactly("app-05", "filling");
    assertThat(file).hasBinaryContent(written);
    disk.remount("size=1m");
    applyRetention();
    assertThat(names()).containsExactly("app-05.gz", "filling");
  }

  @Test
  void shouldDeleteAndPackNothingThatIsReadOnlyAndGoOnWhenItIsNot() throws Exception {
    file("app-01", 30);
    file("app-05", 3);
    disk.remount("ro");

    assertThatThrownBy(this::applyRetention).hasMessageContaining("Read-only file system");

    assertThat(names()).containsExactly("app-01", "app-05");
    disk.remount("rw");
    applyRetention();
    assertThat(names()).containsExactly("app-05.gz");
  }

  private void applyRetention() throws IOException {
    FileNaming naming =
        new FileNaming(Optional.of(directory), "app-%m", Duration.ofDays(1), ZoneOffset.UTC);
    new Archive(naming, new CurrentFiles(), PACK_A_WEEK).applyRetention("web", NOW, () -> true);
  }

  /** 100,000 bytes that cannot be packed into fewer. */
  private Path file(String name, int days) throws IOException {
    byte[] bytes = new byte[100_000];
    new Random(days).nextBytes(bytes);
    Path file = Files.write(web.resolve(name), bytes);
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
  }

  /** A file of somebody else, as long as the disk has room. */
  private Path fill() throws IOException {
    Path filling = web.resolve("filling");
    try (OutputStream out = Files.newOutputStream(filling)) {
      assertThatThrownBy(() -> writeForEver(out)).hasMessageContaining("No space left on device");
    }
    return filling;
  }

  private static void writeForEver(OutputStream out) throws IOException {
    while (true) {
      out.write(new byte[4096]);
    }
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(web)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }
}
