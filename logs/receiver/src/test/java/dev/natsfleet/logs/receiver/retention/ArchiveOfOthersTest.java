package dev.natsfleet.logs.receiver.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention beside other programs, which have files and links of their own. */
class ArchiveOfOthersTest {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final RetentionPolicy PACK = new RetentionPolicy(true, Duration.ZERO, 0, 0);
  private static final RetentionPolicy WEEK = new RetentionPolicy(false, Duration.ofDays(7), 0, 0);

  @TempDir Path directory;
  private final CurrentFiles current = new CurrentFiles();
  private Path web;
  private Path file;
  private Path packed;

  @BeforeEach
  void writeFile() throws IOException {
    web = Files.createDirectory(directory.resolve("web"));
    file = write(web.resolve("app-05"));
    packed = web.resolve("app-05.gz");
  }

  @Test
  void shouldKeepAPackThatItHasNotMade() throws IOException {
    byte[] others = "of others".getBytes(StandardCharsets.UTF_8);
    Files.write(packed, others);

    assertThatThrownBy(() -> apply(PACK, () -> true))
        .hasMessageContaining("app-05.gz")
        .hasMessageContaining("move it away");

    assertThat(packed).hasBinaryContent(others);
    assertThat(file).exists();
  }

  @Test
  void shouldFinishWhatAReceiverThatWasKilledHasPacked() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(file, out);
    }

    apply(PACK, () -> true);

    assertThat(packed).exists();
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldTouchNothingBehindALinkThatReplacesTheDirectory() throws IOException {
    Path directoryElsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path elsewhere = write(directoryElsewhere.resolve("app-05"));

    apply(WEEK, () -> replaceByLink(web, directoryElsewhere));

    assertThat(elsewhere).exists();
    assertThat(directory.resolve("moved/app-05")).exists();
  }

  @Test
  void shouldLeaveAFileThatSomebodyWritesTo() throws IOException {
    apply(PACK, () -> append(file));

    assertThat(file).exists();
    assertThat(packed).doesNotExist();
  }

  @Test
  void shouldLeaveTheCurrentFileOfAHostWhoseDirectoryIsTheSame() throws IOException {
    Path db = Files.createSymbolicLink(directory.resolve("db"), web);
    current.of(directory).add(db.resolve("app-05"));
    Path alias = Files.createSymbolicLink(directory.resolve("www"), web);

    apply("www", WEEK, () -> true);

    assertThat(alias.resolve("app-05")).exists();
  }

  private void apply(RetentionPolicy policy, BooleanSupplier ours) throws IOException {
    apply("web", policy, ours);
  }

  private void apply(String host, RetentionPolicy policy, BooleanSupplier ours) throws IOException {
    FileNaming naming =
        new FileNaming(Optional.of(directory), "app-%m", Duration.ofDays(1), ZoneOffset.UTC);
    new Archive(naming, current, policy).applyRetention(host, NOW, ours);
  }

  private boolean replaceByLink(Path former, Path target) {
    try {
      if (!Files.isSymbolicLink(former)) {
        Files.move(former, directory.resolve("moved"));
        Files.createSymbolicLink(former, target);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean append(Path file) {
    try {
      Files.write(file, List.of("more"), StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file) throws IOException {
    Files.write(file, new byte[100]);
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(30))));
  }
}
