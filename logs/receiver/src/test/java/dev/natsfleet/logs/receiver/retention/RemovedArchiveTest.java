package dev.natsfleet.logs.receiver.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody removes or replaces a host's directory or files while retention looks at them. */
class RemovedArchiveTest {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path directory;
  private Path web;
  private Path finished;

  @BeforeEach
  void write() throws IOException {
    web = Files.createDirectory(directory.resolve("web"));
    finished = Files.write(web.resolve("app-05"), new byte[100]);
    Files.setLastModifiedTime(finished, FileTime.from(NOW.minus(Duration.ofDays(3))));
  }

  @Test
  void shouldMakeNothingOfADirectoryThatIsGone() throws IOException {
    removeAll();

    assertNothingIsSaid(() -> true);

    assertThat(web).doesNotExist();
  }

  @Test
  void shouldMakeNothingOfADirectoryThatIsRemovedAfterItWasListed() {
    assertNothingIsSaid(() -> changed(this::removeAll));

    assertThat(web).doesNotExist();
  }

  @Test
  void shouldPackNothingOfADirectoryThatIsAFileNow() {
    assertNothingIsSaid(
        () ->
            changed(
                () -> {
                  removeAll();
                  Files.writeString(web, "of somebody else");
                }));

    assertThat(web).hasContent("of somebody else");
  }

  @Test
  void shouldLeaveWhatIsNoFileUnderANameOfItsOwn() throws IOException {
    Path named = Files.createDirectory(web.resolve("app-04"));
    Path inside = Files.writeString(named.resolve("app-03"), "of somebody else");

    assertNothingIsSaid(() -> true);

    assertThat(inside).hasContent("of somebody else");
    assertThat(web.resolve("app-05.gz")).exists();
  }

  private void assertNothingIsSaid(BooleanSupplier isOwned) {
    FileNaming naming =
        new FileNaming(Optional.of(directory), "app-%m", Duration.ofDays(1), ZoneOffset.UTC);
    Archive archive =
        new Archive(
            naming, new CurrentFiles(), new RetentionPolicy(true, Duration.ofDays(7), 0, 0));
    assertThatCode(() -> archive.applyRetention("web", NOW, isOwned)).doesNotThrowAnyException();
  }

  private boolean changed(Change change) {
    try {
      if (Files.isRegularFile(finished)) {
        change.run();
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeAll() throws IOException {
    Files.delete(finished);
    Files.delete(web);
  }

  /** What somebody does. */
  private interface Change {
    void run() throws IOException;
  }
}
