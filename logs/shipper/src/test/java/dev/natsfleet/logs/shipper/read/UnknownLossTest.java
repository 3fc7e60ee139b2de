package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is gone, and nobody knows what was written to it since the last look. */
class UnknownLossTest {

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
  void shouldTellThatMoreMayBeLostOfAFileThatWentToAnotherDirectoryDuringAnOutage()
      throws Exception {
    log.append("two");
    moveAway();
    log.restart(one -> one);
    log.append("three");

    assertThat(log.read()).isEqualTo("three\n");
    assertThat(log.log().counters().unknownLosses()).isOne();
    assertThat(log.gaps()).containsExactly(0);
  }

  @Test
  void shouldTellTheSameWhenNoFileFollows() throws Exception {
    log.append("two");
    moveAway();
    log.restart(one -> one);

    assertThat(log.read()).isEmpty();
    assertThat(log.log().counters().unknownLosses()).isOne();
  }

  @Test
  void shouldTellTheSameOfAFileThatIsRotatedAwayWhileItRests() throws Exception {
    log.rest();
    log.append("two");
    moveAway();
    log.append("three");

    assertThat(log.read()).isEqualTo("three\n");
    assertThat(log.log().counters().unknownLosses()).isOne();
  }

  @Test
  void shouldReadAFileThatIsDeletedAsSoonAsItWasFound() throws Exception {
    log.rest();
    log.append("two");
    log.look();
    Files.delete(file);

    assertThat(log.read()).isEqualTo("two\n");
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldTellTheSameOfAFileThatIsWrittenAndDeletedAtOnceWhileItRests() throws Exception {
    log.rest();
    log.append("two");
    Files.delete(file);
    log.awaitEvent();

    assertThat(log.read()).isEmpty();
    assertThat(log.log().counters().unknownLosses()).isOne();
  }

  @Test
  void shouldNotCallADeletionALossWhenWhatWasWrittenIsRead() throws Exception {
    log.append("two");
    log.awaitEvent();
    assertThat(log.read()).isEqualTo("two\n");
    log.rest();
    Files.delete(file);
    log.awaitEvent();

    assertThat(log.read()).isEmpty();
    assertThat(log.log().counters().losses()).isZero();
  }

  @Test
  void shouldNotCallADeletionALoss() throws Exception {
    log.rest();
    Files.delete(file);

    assertThat(log.read()).isEmpty();
    assertThat(log.log().counters().losses()).isZero();
  }

  private void moveAway() throws IOException {
    Files.move(file, Files.createDirectory(directory.resolve("old")).resolve("app.log.1"));
  }
}
