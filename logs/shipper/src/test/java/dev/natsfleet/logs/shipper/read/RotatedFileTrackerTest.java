package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.ContentReader;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.files.Spool;
import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events are lost, and one rotated file of a log cannot be looked at. */
class RotatedFileTrackerTest {

  @TempDir Path directory;
  private final ProgramClock clock = ProgramClock.system();
  private final FileIndex index = new FileIndex();

  @Test
  void shouldLookAtTheFilesBehindOneThatCannotBeLookedAt() throws Exception {
    // Given
    Path file = directory.resolve("app.log");
    TrackedLog log = new TrackedLog(new LogName(1, file));
    Generation first = complete(log, directory.resolve("app.log.2"));
    Generation second = complete(log, directory.resolve("app.log.1"));
    complete(log, file);
    Files.delete(first.path());
    Files.createSymbolicLink(first.path(), first.path());

    // When
    CatalogFixture.append(second.path(), "late");
    assertThatThrownBy(() -> tracker().rescan(log, clock.nanos()))
        .isInstanceOf(FileSystemException.class);

    // Then
    assertThat(second.reads().size()).isEqualTo(Files.size(second.path()));
    assertThat(second.reads().isComplete()).isFalse();
  }

  private Generation complete(TrackedLog log, Path file) throws IOException {
    CatalogFixture.append(file, file.toString());
    FileKey key = FileKey.of(Objects.requireNonNull(FileProbe.attributes(file)));
    Generation generation = log.add(key, file, clock.nanos());
    generation.reads().grow(Files.size(file), clock.nanos());
    generation.setHead(ContentReader.head(file).orElseThrow());
    generation.reads().finish();
    index.add(generation);
    return generation;
  }

  private RotatedFileTracker tracker() throws IOException {
    GenerationFinder finder = new GenerationFinder(new RotatedFileListing(index, clock), clock);
    return new RotatedFileTracker(
        index, finder, new SpooledGenerations(new Spool(Optional.empty(), 0)));
  }
}
