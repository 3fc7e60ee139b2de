package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotated file stays unreadable, and later files of its log wait behind it. */
class UnreadableFileTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_123L);

  @TempDir Path directory;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    log = new CatalogFixture(directory.resolve("app.log"));
    log.append("one");
    Files.setLastModifiedTime(directory.resolve("app.log"), LONG_AGO);
    log.read();
    log.rotate();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldGiveUpADamagedFileAfterAWhileAndReadThoseBehindIt() throws Exception {
    log.append("two");
    log.read();
    log.rotate();
    log.append("three");
    Files.writeString(directory.resolve("app.log.1.gz"), "this was never packed");
    Files.delete(directory.resolve("app.log.1"));

    assertThat(log.read()).isEqualTo("three\n");
    assertThat(log.log().counters().unknownLosses()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldMissNothingOfAFileThatWasReadBeforeItWasPackedBadly(boolean ended) throws Exception {
    log.append("two");
    log.look();
    log.more(ended);
    log.rest();
    packBadly();

    assertThat(log.read()).isEqualTo("two\n");
    assertThat(log.log().counters().unknownLosses()).isZero();
    assertThat(log.log().generations().getFirst().reads().isComplete()).isTrue();
  }

  @Test
  void shouldTryAFileThatGrewBeforeItWasPackedBadly() throws Exception {
    log.look();
    CatalogFixture.append(log.numbered(1), "more");
    packBadly();

    log.read();
    assertThat(log.log().counters().unknownLosses()).isOne();
  }

  @Test
  void shouldNotTakeALineForSentThatMayHaveComeWithinTheTickOfTheLastLook() throws Exception {
    Path file = directory.resolve("app.log");
    FileTime tick = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
    log.append("two");
    Files.setLastModifiedTime(file, tick);
    log.read();
    log.append("three");
    Files.setLastModifiedTime(file, tick);
    log.rotate();
    packBadly();

    log.read();
    assertThat(log.log().counters().unknownLosses()).isOne();
  }

  private void packBadly() throws IOException {
    log.pack(1);
    Path packed = directory.resolve("app.log.1.gz");
    FileTime time = Files.getLastModifiedTime(packed);
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length - 4));
    Files.setLastModifiedTime(packed, time);
  }

  @Test
  void shouldCountAFileOnceThatAWriterGoesOnInAfterItWasGivenUp() throws Exception {
    GenerationLosses losses = new GenerationLosses();
    Generation first = log.log().generations().getFirst();
    first.markRotated();
    giveUp(losses, first, "two");
    long lost = log.log().counters().losses();
    giveUp(losses, first, "three");
    giveUp(losses, first, "four");

    assertThat(lost).isOne();
    assertThat(log.log().counters().losses()).isOne();
    assertThat(log.log().counters().bytesLost()).isEqualTo(4);
    assertThat(first.reads().isComplete()).isTrue(); // those behind it do not wait again
  }

  private void giveUp(GenerationLosses losses, Generation file, String line) throws IOException {
    CatalogFixture.append(log.numbered(1), line);
    file.rename(log.numbered(1), Files.size(log.numbered(1)), 1);
    losses.giveUp(file, 1);
    losses.giveUp(file, 1 + GenerationLosses.UNREADABLE_WAIT);
  }
}
