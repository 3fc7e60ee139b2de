package dev.natsfleet.logs.shipper.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of mode 0711: its files can be opened by name, and it cannot be listed. */
class UnlistableDirectoryTest {

  @TempDir Path directory;
  private Path log;
  private boolean allowed;

  private final DirectoryListing listing =
      new DirectoryListing(
          System::nanoTime,
          (path, wanted) -> {
            if (allowed) {
              return List.of("app.log", "app.log.1").stream().filter(wanted).toList();
            }
            throw new AccessDeniedException(path.toString());
          });

  @BeforeEach
  void write() throws IOException {
    log = Files.createFile(directory.resolve("app.log"));
    Files.createFile(directory.resolve("app.log.1"));
  }

  @Test
  void shouldKnowNoRotatedFiles() throws Exception {
    assertThat(listing.current(log)).isEmpty();
    assertThat(listing.recent(log)).isEmpty();
  }

  @Test
  void shouldKnowThemWhenTheDirectoryCanBeListedAgain() throws Exception {
    listing.current(log);

    allowed = true;

    assertThat(listing.current(log))
        .extracting(file -> file.path().getFileName().toString())
        .containsExactly("app.log.1");
  }
}
