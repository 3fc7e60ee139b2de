package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionStoreTest {

  private static final long A = 1;
  private static final long B = 2;

  @TempDir Path directory;
  private final CurrentFiles current = new CurrentFiles();
  private Instant now = Instant.parse("2026-06-15T12:00:00Z");
  private int checksLeft = Integer.MAX_VALUE;
  private long maxBytes;

  @Test
  void shouldCutWhatWasNotCommittedAtTheStart() throws IOException {
    try (PartitionStore store = open(0)) {
      line(store, A, "one");
      store.advanceTo(new StreamPosition(1, 5));
      store.commit();
      Files.writeString(file("app-15"), "one\ntorn");
    }

    try (PartitionStore store = open(0)) {
      assertThat(store.committed()).isEqualTo(new StreamPosition(1, 5));
      assertThat(file("app-15")).hasContent("one\n");
    }
  }

  @Test
  void shouldNeverMixTheLinesOfTwoLogs() throws IOException {
    try (PartitionStore store = open(0)) {
      piece(store, A, "begin ", true);
      line(store, B, "between");
      piece(store, A, "middle ", true);
      line(store, B, "again");
      line(store, A, "end");
      piece(store, B, "open", true);
      store.commit();
    }

    assertThat(file("app-15")).hasContent("between\nagain\nbegin middle end\nopen");
    assertThat(partialLineFiles()).isZero();
  }

  @Test
  void shouldKeepAnOpenLineAsideAcrossAStart() throws IOException {
    try (PartitionStore store = open(0)) {
      piece(store, A, "begin ", true);
      line(store, B, "between");
      store.commit();
    }
    try (PartitionStore store = open(0)) {
      line(store, A, "end");
      store.commit();
    }

    assertThat(file("app-15")).hasContent("between\nbegin end\n");
  }

  @Test
  void shouldRotateByTimeOnceAndBySizeBetweenLines() throws IOException {
    try (PartitionStore store = open(0)) {
      line(store, A, "day 15");
      now = now.plus(Duration.ofDays(1));
      piece(store, A, "day ", true);
      now = now.minus(Duration.ofDays(1));
      line(store, A, "16");
      maxBytes = 1;
      store.commit();
    }
    try (PartitionStore store = open(0)) {
      line(store, A, "more");
      store.commit();
    }

    assertThat(file("app-15")).hasContent("day 15\n");
    assertThat(file("app-16")).hasContent("day 16\n");
    assertThat(file("app-16.1")).hasContent("more\n");
  }

  @Test
  void shouldFinishTheFilesOfSilentHosts() throws IOException {
    // Given a host that nothing came of since its file's day was over, nor since the start
    try (PartitionStore store = open(0)) {
      line(store, A, "day 15");
      store.commit();
    }
    now = now.plus(Duration.ofDays(1));
    try (PartitionStore store = open(0)) {
      assertThat(store.drainFinishedKeys()).containsExactly("web");
      assertThat(current.contains(file("app-15"))).isTrue();

      // When
      store.finishSilentFiles();

      // Then the file is one of those that are kept for a while, and the next line begins another
      assertThat(store.drainFinishedKeys()).containsExactly("web");
      assertThat(current.contains(file("app-15"))).isFalse();
      line(store, A, "day 16");
      store.commit();
    }
    assertThat(file("app-15")).hasContent("day 15\n");
    assertThat(file("app-16")).hasContent("day 16\n");
  }

  @Test
  void shouldLeaveAFileAloneThatItDidNotWrite() throws IOException {
    Files.createDirectories(file("app-15").getParent());
    Files.writeString(file("app-15"), "precious\n");

    try (PartitionStore store = open(0)) {
      line(store, A, "one");
      store.commit();
    }

    assertThat(file("app-15")).hasContent("precious\n");
    assertThat(file("app-15.1")).hasContent("one\n");
  }

  @Test
  void shouldNotBeAffectedByWhatAnEarlierOwnerStillWrites() throws IOException {
    // Given an owner that is stopped between its check and its write
    PartitionStore past = open(7);
    line(past, A, "one");
    past.commit();
    line(past, A, "late");

    // When another takes the partition, and the first wakes up
    try (PartitionStore next = open(9)) {
      line(next, A, "two");
      next.commit();
      assertThatThrownBy(past::commit).hasMessageContaining("replaced");
      past.close();
      line(next, A, "three");
      next.commit();
    }

    // Then
    assertThat(file("app-15")).hasContent("one\ntwo\nthree\n");
    assertThatThrownBy(() -> open(7)).isInstanceOf(NotOwnerException.class);
  }

  @Test
  void shouldWriteEachByteOnceHoweverOftenItIsKilled() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      expected.append("line ").append(i).append('\n');
    }
    maxBytes = 700;
    int deaths = 0;
    while (!replay(random, 400)) {
      deaths++;
    }

    assertThat(everything()).as("seed %d, %d deaths", seed, deaths).isEqualTo(expected.toString());
    assertThat(deaths).isPositive();
  }

  /** Goes on behind what is committed, until a random write fails. */
  private boolean replay(Random random, int lines) throws IOException {
    checksLeft = 1 + random.nextInt(120);
    try (PartitionStore store = open(0)) {
      for (int i = (int) store.committed().sequence(); i < lines; i++) {
        line(store, A, "line " + i);
        store.advanceTo(new StreamPosition(i + 1, 0));
        if (random.nextInt(10) == 0) {
          store.commit();
        }
      }
      store.commit();
      return true;
    } catch (NotOwnerException e) {
      return false;
    } finally {
      checksLeft = Integer.MAX_VALUE;
    }
  }

  private PartitionStore open(long token) throws IOException {
    FileNaming fileNaming =
        new FileNaming(
            Optional.of(directory.resolve("out")), "app-%d", Duration.ofDays(1), ZoneOffset.UTC);
    OutputRotation outputRotation =
        new OutputRotation(fileNaming, maxBytes, () -> now, current.of(directory));
    return new PartitionStore(directory.resolve("state"), token, this::check, outputRotation, 16);
  }

  private void check() throws NotOwnerException {
    if (checksLeft-- <= 0) {
      throw new NotOwnerException("the test says so");
    }
  }

  private void line(PartitionStore store, long log, String text) throws IOException {
    append(store, log, text, true);
  }

  private void piece(PartitionStore store, long log, String text, boolean open) throws IOException {
    append(store, log, text, !open);
  }

  private static void append(PartitionStore store, long log, String text, boolean whole)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    OutputFileState host = store.host("web");
    store.append(host, host.log(log), new Chunk(bytes, 0, bytes.length, whole, !whole));
  }

  private Path file(String name) {
    return directory.resolve("out/web").resolve(name);
  }

  private long partialLineFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("state"))) {
      return files.filter(PartialLineFiles::isPartialLineFile).count();
    }
  }

  private String everything() throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(file("app-15")));
    for (int part = 1; Files.exists(file("app-15." + part)); part++) {
      text.append(Files.readString(file("app-15." + part)));
    }
    return text.toString();
  }
}
