package dev.natsfleet.logs.shipper.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of a directory that holds more than links of one shipper. */
class SpoolSweepTest {

  @TempDir Path directory;
  private final List<Spool> opened = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Spool spool : opened) {
      spool.close();
    }
  }

  @Test
  void shouldTouchNothingButLinksOfItsOwn() throws IOException {
    List<String> foreign = List.of("messages", "messages-20261122", "messages-20261122.gz", "a-1");
    for (String name : foreign) {
      Files.createFile(directory.resolve(name));
    }
    Files.createDirectory(directory.resolve("journal"));
    Files.createFile(directory.resolve("natsfleet-abc-3.gz"));

    open(1).sweep(Set.of());

    assertThat(directory.resolve("natsfleet-abc-3.gz")).doesNotExist();
    assertThat(directory.resolve("journal")).exists();
    assertThat(foreign).allSatisfy(name -> assertThat(directory.resolve(name)).exists());
  }

  @Test
  void shouldKeepToItsLimitThoughAnEntryCannotBeDeleted() throws IOException {
    Path full = Files.createDirectory(directory.resolve("natsfleet-abc-1"));
    Files.createFile(full.resolve("file"));
    Path link = Files.writeString(directory.resolve("natsfleet-abc-2"), "too much");

    Spool spool = open(1);

    assertThatThrownBy(() -> spool.sweep(Set.of(link))).hasMessageContaining(full.toString());
    assertThat(link).doesNotExist();
  }

  @Test
  void shouldSayThatSomebodyHasRemovedTheDirectory() throws IOException {
    directory = Files.createDirectory(directory.resolve("spool"));
    Spool spool = open(1);
    Files.delete(directory.resolve(".natsfleet-spool"));
    Files.delete(directory);

    assertThatThrownBy(() -> spool.sweep(Set.of()))
        .isNotInstanceOf(NoSuchFileException.class) // which counts as a path that has changed
        .hasMessageContaining("SHIPPER_SPOOL=" + directory + " is gone");
  }

  @Test
  void shouldRefuseADirectoryThatAnotherShipperUses() throws IOException {
    open(1);

    assertThatThrownBy(() -> open(1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SHIPPER_SPOOL=" + directory);
  }

  private Spool open(long maxBytes) throws IOException {
    Spool spool = new Spool(Optional.of(directory), maxBytes);
    opened.add(spool);
    return spool;
  }
}
