package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another file, or the same one on another device, has a log's name and its bytes. */
class SameContentTest {

  @TempDir Path directory;
  private Path file;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    file = directory.resolve("app.log");
    log = new CatalogFixture(file);
    log.append("one");
    log.append("two");
    log.read();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldGoOnWhenTheDeviceHasAnotherNumberAfterAReboot() throws Exception {
    log.restart(one -> ModifiedCheckpoint.withKey(one, onAnotherDevice(one.key())));
    log.append("three");

    assertThat(log.read()).isEqualTo("three\n");
    assertNothingLost();
  }

  @Test
  void shouldGoOnWhenTheDeviceOfAnEmptyFileHasAnotherNumber() throws Exception {
    log.rotate();
    Files.createFile(file);
    log.look();
    log.restart(one -> ModifiedCheckpoint.withKey(one, onAnotherDevice(one.key())));
    log.append("three");

    assertThat(log.read()).isEqualTo("three\n");
    assertNothingLost();
  }

  @Test
  void shouldGoOnInARestoredVolume() throws Exception {
    log.restart(one -> one);
    copyOver();
    log.append("three");

    assertThat(log.read()).isEqualTo("three\n");
    assertNothingLost();
  }

  @Test
  void shouldGoOnInAVolumeThatIsMountedAfterTheStart() throws Exception {
    Path away = Files.copy(file, directory.resolve("copy"));
    Files.delete(file);
    log.restart(one -> one);
    log.look();
    Files.move(away, file);
    log.append("three");

    assertThat(log.read()).isEqualTo("three\n");
    assertNothingLost();
  }

  @Test
  void shouldGoOnWhenAProgramReplacesTheFileByALongerCopy() throws Exception {
    copyOver();
    log.append("three");
    assertThat(log.read()).isEqualTo("three\n");
    log.rest();
    copyOver();
    log.append("four");

    assertThat(log.read()).isEqualTo("four\n");
    assertNothingLost();
  }

  @Test
  void shouldReadTheWholeFileWhenARotatedFileHasTheSameLines() throws Exception {
    log.rotate();
    Files.copy(log.numbered(1), file);
    log.append("three");

    assertThat(log.read()).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void shouldReadTheWholeFileWhenTheOneBeforeWasSeenToBeDeleted() throws Exception {
    byte[] lines = Files.readAllBytes(file);
    Files.delete(file);
    log.look();
    Files.write(file, lines);
    log.append("three");

    assertThat(log.read()).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void shouldReadTheWholeFileWhenTheOneBeforeHadUnreadLines() throws Exception {
    log.append("unread");
    log.look();
    Path copy = directory.resolve("copy");
    Files.writeString(copy, "one\ntwo\nother lines\n");
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(log.read()).isEqualTo("unread\none\ntwo\nother lines\n");
  }

  private void copyOver() throws IOException {
    Path copy = Files.copy(file, directory.resolve("copy"));
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void assertNothingLost() {
    assertThat(log.log().counters().losses()).isZero();
    assertThat(log.gaps()).isEmpty();
  }

  private static FileKey onAnotherDevice(FileKey key) {
    return new FileKey(key.device() + 1, key.inode(), key.birth(), key.certain());
  }
}
