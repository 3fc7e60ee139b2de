package dev.natsfleet.logs.receiver.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path directory;

  @Test
  void shouldCompressFinishedFilesAndLeaveTheCurrentOne() throws IOException {
    file("app-05", 3);
    Path current = file("app-06", 0);

    applyRetention(new RetentionPolicy(true, Duration.ofDays(7), 0, 0), current);

    assertThat(names()).containsExactly("app-05.gz", "app-06");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(at("app-05.gz")))) {
      assertThat(in.readAllBytes()).hasSize(100);
    }
  }

  @Test
  void shouldKeepTheFilesOfAHostWhoseDirectoryIsALinkToAnotherDisk() throws IOException {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    Files.createSymbolicLink(directory.resolve("web"), disk);
    file("app-05", 30);
    Path current = file("app-06", 0);

    applyRetention(new RetentionPolicy(false, Duration.ofDays(7), 0, 0), current);

    assertThat(names()).containsExactly("app-06");
  }

  @Test
  void shouldShareNoUnfinishedFileWithAnotherReceiverThatWasPausedAtTheSame() throws IOException {
    file("app-05", 3);
    Path current = file("app-06", 0);

    try (OutputStream other = Files.newOutputStream(at("app-05.gz.new"))) {
      applyRetention(new RetentionPolicy(true, Duration.ofDays(7), 0, 0), current);
      other.write(new byte[200]);
    }

    try (InputStream in = new GZIPInputStream(Files.newInputStream(at("app-05.gz")))) {
      assertThat(in.readAllBytes()).hasSize(100);
    }
    assertThat(names()).containsExactly("app-05.gz", "app-05.gz.new", "app-06");
  }

  @Test
  void shouldDeleteWhatAKilledReceiverHasHalfCompressed() throws IOException {
    file("app-05.1234.gz.new", 3);
    file("app-05.5678.gz.new", 0);
    file("other.1234.gz.new", 3);
    Path current = file("app-06", 0);

    applyRetention(new RetentionPolicy(true, Duration.ZERO, 0, 0), current);

    assertThat(names()).containsExactly("app-05.5678.gz.new", "app-06", "other.1234.gz.new");
  }

  @Test
  void shouldKeepTheModificationTimeOfACompressedFile() throws IOException {
    file("app-05", 3);
    Path current = file("app-06", 0);
    applyRetention(new RetentionPolicy(true, Duration.ZERO, 0, 0), current);

    applyRetention(new RetentionPolicy(true, Duration.ofDays(2), 0, 0), current);

    assertThat(names()).containsExactly("app-06");
  }

  @Test
  void shouldDeleteTheOldestByNumberAndByBytes() throws IOException {
    file("app-01", 5);
    file("app-02", 4);
    file("app-03", 3);
    file("app-04", 2);
    Path current = file("app-06", 0);

    applyRetention(new RetentionPolicy(false, Duration.ZERO, 3, 0), current);
    assertThat(names()).containsExactly("app-02", "app-03", "app-04", "app-06");

    applyRetention(new RetentionPolicy(false, Duration.ZERO, 0, 200), current);
    assertThat(names()).containsExactly("app-03", "app-04", "app-06");
  }

  @Test
  void shouldLeaveAFileThatTheNextOwnerBeginsAfterTheListing() throws IOException {
    file("app-05", 3);
    Path current = file("app-06", 0);

    applyRetention(
        new RetentionPolicy(true, Duration.ofDays(7), 0, 0), current, () -> isBegun("app-07"));
    assertThat(names()).containsExactly("app-05.gz", "app-06", "app-07");

    applyRetention(new RetentionPolicy(true, Duration.ofDays(7), 0, 0), current, () -> false);
    assertThat(names()).containsExactly("app-05.gz", "app-06", "app-07");
  }

  private boolean isBegun(String name) {
    try {
      return Files.exists(file(name, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void applyRetention(RetentionPolicy retentionPolicy, Path current) throws IOException {
    applyRetention(retentionPolicy, current, () -> true);
  }

  private void applyRetention(RetentionPolicy retentionPolicy, Path current, BooleanSupplier ours)
      throws IOException {
    FileNaming fileNaming =
        new FileNaming(Optional.of(directory), "app-%m", Duration.ofDays(1), ZoneOffset.UTC);
    CurrentFiles files = new CurrentFiles();
    files.of(directory).add(current);
    new Archive(fileNaming, files, retentionPolicy).applyRetention("web", NOW, ours);
  }

  private Path at(String name) {
    return directory.resolve("web").resolve(name);
  }

  private Path file(String name, int days) throws IOException {
    if (Files.notExists(directory.resolve("web"))) {
      Files.createDirectory(directory.resolve("web"));
    }
    Files.write(at(name), new byte[100]);
    return Files.setLastModifiedTime(at(name), FileTime.from(NOW.minus(Duration.ofDays(days))));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("web"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
