package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionJournalTest {

  @TempDir Path directory;

  @Test
  void shouldCommitWithoutMakingItsFileLonger() throws IOException {
    try (PartitionJournal partitionJournal = new PartitionJournal(directory, 0)) {
      long before = Files.size(file());
      for (int i = 1; i <= 100; i++) {
        partitionJournal.commit(List.of(), new StreamPosition(i, i));
      }

      assertThat(Files.size(file())).isEqualTo(before);
    }
    assertThat(reopened()).isEqualTo(new StreamPosition(100, 100));
  }

  @Test
  void shouldBeginAnotherFileWhenTheReservedSpaceIsUsedUp() throws IOException {
    try (PartitionJournal partitionJournal = new PartitionJournal(directory, 0)) {
      long before = Files.size(file());
      List<OutputFileState> hosts =
          IntStream.range(0, 500).mapToObj(i -> partitionJournal.state().host("host" + i)).toList();
      for (int i = 1; i <= 30; i++) {
        partitionJournal.commit(hosts, new StreamPosition(i, i));
      }

      assertThat(Files.size(file())).isBetween(before, before + before / 2);
    }
    assertThat(reopened()).isEqualTo(new StreamPosition(30, 30));
  }

  @Test
  void shouldStopBeforeABlockThatIsTorn() throws IOException {
    try (PartitionJournal partitionJournal = new PartitionJournal(directory, 0)) {
      partitionJournal.commit(List.of(), new StreamPosition(1, 1));
      partitionJournal.commit(List.of(), new StreamPosition(2, 2));
    }
    String text = Files.readString(file());
    tear(text.indexOf("commit 2"));

    assertThat(reopened()).isEqualTo(new StreamPosition(1, 1));
  }

  @Test
  void shouldDeleteWhatAKilledOwnerHasBegun() throws IOException {
    Files.write(directory.resolve("new-journal-00000000000000000003"), new byte[10]);

    new PartitionJournal(directory, 5).close();

    assertThat(file()).hasFileName("journal-00000000000000000005");
    assertThat(directory).isDirectoryNotContaining("glob:**new-*");
  }

  @Test
  void shouldLeaveNothingOpenWhenItCannotStart() throws IOException {
    new PartitionJournal(directory, 5).close();
    Files.createFile(Files.createDirectories(directory.resolve("new-journal-3")).resolve("full"));

    assertThatThrownBy(() -> new PartitionJournal(directory, 7)).isInstanceOf(IOException.class);

    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(open.filter(one -> isBelow(one, directory))).isEmpty();
    }
  }

  private static boolean isBelow(Path descriptor, Path directory) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(directory);
    } catch (IOException e) {
      return false; // the list itself
    }
  }

  private void tear(long at) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(4), at);
    }
  }

  private StreamPosition reopened() throws IOException {
    try (PartitionJournal partitionJournal = new PartitionJournal(directory, 0)) {
      return partitionJournal.state().position();
    }
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findFirst().orElseThrow();
    }
  }
}
