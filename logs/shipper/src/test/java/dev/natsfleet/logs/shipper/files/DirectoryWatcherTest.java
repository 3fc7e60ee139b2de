package dev.natsfleet.logs.shipper.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWatcherTest {

  private static final long LIMIT = Duration.ofSeconds(60).toNanos();

  @TempDir Path directory;
  private Path real;
  private Path link;
  private DirectoryWatcher watcher;

  @BeforeEach
  void open() throws IOException {
    real = Files.createDirectory(directory.resolve("real"));
    link = Files.createSymbolicLink(directory.resolve("link"), real);
    watcher = new DirectoryWatcher();
  }

  @AfterEach
  void close() throws IOException {
    watcher.close();
  }

  @Test
  void shouldTellAnEventUnderEachNameOfADirectory() throws Exception {
    watcher.watch(Set.of(real));
    watcher.add(link);

    Files.createFile(real.resolve("app.log"));

    assertThat(touched()).contains(real.resolve("app.log"), link.resolve("app.log"));
  }

  @Test
  void shouldWatchWhereALinkLeadsNow() throws Exception {
    watcher.watch(Set.of(link));
    Path next = Files.createDirectory(directory.resolve("next"));
    Files.delete(link);
    Files.createSymbolicLink(link, next);
    watcher.watch(Set.of(link));

    Files.createFile(next.resolve("app.log"));

    assertThat(touched()).contains(link.resolve("app.log"));
  }

  private Set<Path> touched() throws InterruptedException {
    Set<Path> touched = new HashSet<>();
    watcher.await(LIMIT, (path, written) -> touched.add(path));
    return touched;
  }
}
