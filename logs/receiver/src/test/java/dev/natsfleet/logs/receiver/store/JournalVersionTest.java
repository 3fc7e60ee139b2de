package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalVersionTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    try (PartitionJournal partitionJournal = new PartitionJournal(directory, 0)) {
      for (long sequence : List.of(1L, 2L)) {
        partitionJournal.commit(List.of(), new StreamPosition(sequence, sequence));
      }
    }
    file = directory.resolve("journal-%020d".formatted(0));
  }

  @Test
  void shouldReadAJournalFromBeforeVersions() throws IOException {
    Files.writeString(file, sealed("host @web - 0 0 0 0 0 0\ncommit 7 8"));

    try (PartitionJournal partitionJournal = new PartitionJournal(directory, 0)) {
      assertThat(partitionJournal.state().position()).isEqualTo(new StreamPosition(7, 8));
    }
  }

  @Test
  void shouldLeaveAJournalOfAnotherVersionAlone() throws IOException {
    Files.writeString(file, sealed("natsfleet-receiver 9\ncommit 7 8"));

    refuse("version 9, and this receiver reads version 1");
    assertThat(file).content().startsWith("natsfleet-receiver 9");
  }

  @Test
  void shouldNotStartEmptyWhenAJournalIsDamaged() throws IOException {
    replace("natsfleet-receiver 1", "natsfleet-receiver 0");
    refuse("is of version 0");
    replace("natsfleet-receiver 0", "                    ");
    refuse("does not begin as a journal does");
    replace("                    ", "commit 0 0 000000000");
    refuse("a block in the middle is damaged");
    Files.write(file, new byte[100]);
    refuse("does not begin as a journal does");
  }

  @Test
  void shouldNotGoBackBehindADamagedBlockInTheMiddle() throws IOException {
    replace("commit 1 1", "commit 1 9");

    refuse("a block in the middle is damaged");
  }

  private void refuse(String why) {
    assertThatThrownBy(() -> new PartitionJournal(directory, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(file.toString(), why, "or delete it");
  }

  private void replace(String text, String other) throws IOException {
    String all = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(all).contains(text);
    Files.writeString(file, all.replace(text, other), StandardCharsets.ISO_8859_1);
  }

  private static String sealed(String block) {
    CRC32C checksum = new CRC32C();
    checksum.update(block.getBytes(StandardCharsets.US_ASCII));
    return block + " " + checksum.getValue() + "\n";
  }
}
