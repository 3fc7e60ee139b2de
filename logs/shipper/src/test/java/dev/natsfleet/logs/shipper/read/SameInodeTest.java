package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A later file has the inode of an earlier one, and nothing tells them apart but their bytes. */
class SameInodeTest {

  @TempDir Path directory;
  private Path file;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    file = directory.resolve("app.log");
    log = new CatalogFixture(file);
    log.append("one");
    log.read();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldReadEveryGenerationWhenARotatedFileHasTheInodeOfOneThatWasPacked() throws Exception {
    for (String line : new String[] {"more", "two", "three"}) {
      log.append(line);
      log.rotate();
    }
    log.pack(3);
    log.pack(2);
    log.append("four");

    log.restart(one -> with(one, log.numbered(1)));

    assertThat(log.read()).isEqualTo("more\ntwo\nthree\nfour\n");
    assertThat(log.log().generations()).hasSize(4);
  }

  @Test
  void shouldReadANewFileThatHasTheInodeOfAnOldGeneration() throws Exception {
    log.rotate();
    log.append("two");
    log.read();
    log.rotate();
    Files.delete(log.numbered(2));
    log.append("three");

    log.restart(one -> one.number() == 1 ? with(one, file) : one);

    assertThat(log.read()).isEqualTo("three\n");
  }

  private static GenerationCheckpoint with(GenerationCheckpoint one, Path other) {
    return ModifiedCheckpoint.withKey(one, key(other));
  }

  private static FileKey key(Path path) {
    try {
      return FileKey.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
