package dev.natsfleet.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

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

class JournalTest {

  @TempDir Path directory;

  @Test
  void shouldCommitWithoutMakingItsFileLonger() throws IOException {
    try (Journal journal = new Journal(directory, 0)) {
      long before = Files.size(file());
      for (int i = 1; i <= 100; i++) {
        journal.commit(List.of(), new Position(i, i));
      }

      assertThat(Files.size(file())).isEqualTo(before);
    }
    assertThat(reopened()).isEqualTo(new Position(100, 100));
  }

  @Test
  void shouldBeginAnotherFileWhenTheRoomIsUsedUp() throws IOException {
    try (Journal journal = new Journal(directory, 0)) {
      long before = Files.size(file());
      List<HostBook> hosts =
          IntStream.range(0, 500).mapToObj(i -> journal.books().host("host" + i)).toList();
      for (int i = 1; i <= 30; i++) {
        journal.commit(hosts, new Position(i, i));
      }

      assertThat(Files.size(file())).isBetween(before, before + before / 2);
    }
    assertThat(reopened()).isEqualTo(new Position(30, 30));
  }

  @Test
  void shouldStopBeforeABlockThatIsTorn() throws IOException {
    try (Journal journal = new Journal(directory, 0)) {
      journal.commit(List.of(), new Position(1, 1));
      journal.commit(List.of(), new Position(2, 2));
    }
    String text = Files.readString(file());
    tear(text.indexOf("commit 2"));

    assertThat(reopened()).isEqualTo(new Position(1, 1));
  }

  private void tear(long at) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(4), at);
    }
  }

  private Position reopened() throws IOException {
    try (Journal journal = new Journal(directory, 0)) {
      return journal.books().position();
    }
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findFirst().orElseThrow();
    }
  }
}
