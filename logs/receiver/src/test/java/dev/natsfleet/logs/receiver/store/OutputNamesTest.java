package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.retention.Archive;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of one period: of several partitions, of several sizes, and those that are kept. */
class OutputNamesTest {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path directory;
  private final CurrentFiles current = new CurrentFiles();
  private FileNaming fileNaming;

  @BeforeEach
  void layout() {
    String pattern = directory.resolve("out/all-%d").toString();
    fileNaming = new FileNaming(Optional.empty(), pattern, Duration.ofDays(1), ZoneOffset.UTC);
  }

  @Test
  void shouldGiveTwoPartitionsThatBeginAtOnceAFileEach() throws IOException {
    try (PartitionStore one = open("one", 0);
        PartitionStore two = open("two", 0)) {
      line(one, "of one");
      line(two, "of two");
      one.commit();
      two.commit();
    }

    assertThat(Files.readString(file("all-15"))).isEqualTo("of one\n");
    assertThat(Files.readString(file("all-15.1"))).isEqualTo("of two\n");
  }

  @Test
  void shouldNotCompressAFileThatIsWrittenAndNotYetCommitted() throws IOException {
    try (PartitionStore store = open("one", 1)) {
      line(store, "finished");
      line(store, "x".repeat(100_000));
      new Archive(fileNaming, current, new RetentionPolicy(true, Duration.ZERO, 0, 0))
          .applyRetention("", NOW, () -> true);
      line(store, "more");
      store.commit();
    }

    assertThat(names()).containsExactly("all-15.1", "all-15.2", "all-15.gz");
    assertThat(file("all-15.1")).hasSize(100_001);
  }

  @Test
  void shouldNotUseANameAgainThatSortsBeforeOthers() throws IOException {
    try (PartitionStore store = open("one", 1)) {
      line(store, "first");
      line(store, "second");
      line(store, "third");
      store.commit();
      Files.delete(file("all-15"));
      line(store, "fourth");
      store.commit();
    }

    assertThat(names()).containsExactly("all-15.1", "all-15.2", "all-15.3");
    assertThat(file("all-15.3")).hasContent("fourth");
  }

  private PartitionStore open(String partition, long maxBytes) throws IOException {
    Path state = directory.resolve(partition);
    OutputRotation outputRotation =
        new OutputRotation(fileNaming, maxBytes, () -> NOW, current.of(state));
    return new PartitionStore(state, 0, () -> {}, outputRotation, 16);
  }

  private static void line(PartitionStore store, String text) throws IOException {
    OutputFileState host = store.host("web");
    store.append(host, host.log(1), new RecordScript.Line(1, text, false).piece());
  }

  private Path file(String name) {
    return directory.resolve("out").resolve(name);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
