package dev.natsfleet.logs.shipper.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.identity.Anchor;
import dev.natsfleet.logs.shipper.identity.ContentComparison;
import dev.natsfleet.logs.shipper.identity.ContentMatch;
import dev.natsfleet.logs.shipper.identity.FileIdentity;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import dev.natsfleet.logs.shipper.rotation.RotationOutcome.RemainingFile;
import dev.natsfleet.logs.shipper.rotation.RotationOutcome.UnseenFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What became of generation 1 of {@code app.log}, of which 100 bytes were read; inode 1 is its. */
class RotationOutcomeTest {

  private static final Fingerprint HEAD = Fingerprint.of(new byte[64], 64);
  private static final Anchor READ = Anchor.of(100, new byte[100], 100);
  private static final Anchor END = Anchor.of(40, new byte[40], 40);
  private static final KnownGeneration GENERATION =
      new KnownGeneration(1, new FileIdentity(key(1), HEAD, READ), false, false, 10);

  private final Map<Path, ContentComparison> comparisons = new HashMap<>();
  private final Map<Path, Fingerprint> heads = new HashMap<>();

  @Test
  void shouldFollowAFileThatWasRenamed() {
    RotatedFile renamed = file("app.log.1", 1, ContentMatch.SAME);

    RotationOutcome outcome = RotationOutcome.ofNewest(observe(2, renamed));

    assertThat(outcome.emptied()).isFalse();
    assertThat(outcome.remains()).map(RemainingFile::file).contains(renamed);
    assertThat(outcome.unseen()).isEmpty();
  }

  @Test
  void shouldFindFilesThatCameAfterItUnseen() {
    RotatedFile renamed = file("app.log.2", 1, ContentMatch.SAME);
    RotatedFile later = file("app.log.1", 2, ContentMatch.OTHER);

    RotationOutcome outcome = RotationOutcome.ofNewest(observe(3, renamed, later));

    assertThat(outcome.unseen()).containsExactly(new UnseenFile(later, HEAD, false));
  }

  @Test
  void shouldContinueInACopyOfAFileThatWasEmptied() {
    RotatedFile copy = file("app.log.1", 2, ContentMatch.SAME);

    RotationOutcome outcome = RotationOutcome.ofNewest(observe(1, copy));

    assertThat(outcome.emptied()).isTrue();
    assertThat(outcome.remains()).contains(new RemainingFile(copy, HEAD, Optional.empty()));
  }

  @Test
  void shouldEndAtTheEndOfACopyThatIsShorterThanWhatWasRead() {
    RotatedFile copy = file("app.log.1", 2, ContentMatch.SHORTER);

    RotationOutcome outcome = RotationOutcome.ofNewest(observe(1, copy));

    assertThat(outcome.remains()).contains(new RemainingFile(copy, HEAD, Optional.of(END)));
  }

  @Test
  void shouldLeaveAShorterFileAloneWhenNothingWasEmptied() {
    RotatedFile other = file("app.log.1", 2, ContentMatch.SHORTER);

    RotationOutcome outcome = RotationOutcome.ofNewest(observe(3, other));

    assertThat(outcome.emptied()).isFalse();
    assertThat(outcome.remains()).isEmpty();
  }

  @Test
  void shouldFindNothingOfAFileThatWasEmptiedWithoutACopy() {
    RotationOutcome outcome = RotationOutcome.ofNewest(observe(1));

    assertThat(outcome.emptied()).isTrue();
    assertThat(outcome.isNothing()).isTrue();
  }

  @Test
  void shouldLocateItsFileByContentBeforeItsInode() {
    RotatedFile ownInode = file("app.log.2", 1, ContentMatch.OTHER);
    RotatedFile packed = file("app.log.1.gz", 7, ContentMatch.SAME);

    assertThat(RotationOutcome.locate(observe(3, ownInode, packed))).contains(packed);
    assertThat(RotationOutcome.locate(observe(3, ownInode))).contains(ownInode);
  }

  /** The log's name stands for the file of this inode. */
  private RotationObservation observe(int inode, RotatedFile... files) {
    List<RotatedFile> all = List.of(files);
    return new RotationObservation(
        GENERATION,
        Optional.of(key(inode)),
        GENERATION.ownFile(all),
        RotatedFileOrder.of(all),
        comparisons,
        heads,
        false);
  }

  private RotatedFile file(String name, int inode, ContentMatch match) {
    Path path = Path.of("/logs", name);
    boolean shorter = match == ContentMatch.SHORTER;
    comparisons.put(
        path, new ContentComparison(match, shorter ? Optional.of(END) : Optional.empty()));
    heads.put(path, HEAD);
    return RotatedFile.of("app.log", path, key(inode), 200, 20);
  }

  private static FileKey key(int inode) {
    return new FileKey(1, inode, inode, true);
  }
}
