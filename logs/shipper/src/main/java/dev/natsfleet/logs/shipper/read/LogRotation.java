package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.ContentReader;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.files.FileSnapshot;
import dev.natsfleet.logs.shipper.files.Source;
import dev.natsfleet.logs.shipper.identity.Anchor;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import dev.natsfleet.logs.shipper.rotation.RotationOutcome;
import dev.natsfleet.logs.shipper.rotation.RotationOutcome.RemainingFile;
import dev.natsfleet.logs.shipper.rotation.RotationOutcome.UnseenFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the generations of a log true to its files. What became of a generation is judged from one
 * observation, and applied only after a second look has found the same files.
 */
final class LogRotation {

  private static final Logger LOG = LoggerFactory.getLogger(LogRotation.class);
  private static final long MILLI = 1_000_000L;

  private final FileIndex index;
  private final RotatedFileListing listing;
  private final SpooledGenerations spool;
  private final ProgramClock clock;

  LogRotation(
      FileIndex index, RotatedFileListing listing, SpooledGenerations spool, ProgramClock clock) {
    this.index = index;
    this.listing = listing;
    this.spool = spool;
    this.clock = clock;
  }

  /** Updates a log whose name stands for a file: its newest generation, or a later one. */
  void update(TrackedLog log, BasicFileAttributes attributes, long now) throws IOException {
    Generation newest = log.newest();
    if (newest == null) {
      begin(log, attributes);
    } else if (log.isObserved() && isGrown(newest, attributes)) {
      grow(newest, attributes, now);
    } else {
      rotate(log, newest);
    }
  }

  /**
   * Updates a log whose name stands for nothing: files may have had it meanwhile, and be rotated.
   */
  void updateAbsent(TrackedLog log) throws IOException {
    Generation newest = log.newest();
    List<RotatedFile> files = newest == null ? List.of() : listing.recent(log);
    if (newest == null || files.isEmpty()) {
      return;
    }
    RotationOutcome outcome = RotationOutcome.ofNewest(RotationObserver.of(log, newest, files));
    if (outcome.emptied() || !outcome.unseen().isEmpty()) {
      listing.checkUnchanged(log, files);
      apply(log, newest, outcome, files.getLast().modified());
    }
  }

  /** Updates a generation whose bytes are no longer where they were read. */
  void relocate(TrackedLog log, Generation generation) throws IOException {
    generation.reads().close();
    if (generation == log.newest() && GenerationFinder.isAt(log.path(), generation)) {
      rotate(log, generation);
      return;
    }
    List<RotatedFile> files = listing.current(log);
    RotationOutcome outcome =
        RotationOutcome.ofDisplaced(RotationObserver.of(log, generation, files));
    listing.checkUnchanged(log, files);
    outcome
        .remains()
        .ifPresentOrElse(
            remains -> continueIn(generation, remains, outcome.emptied()),
            () -> declareLoss(generation));
  }

  /** Judged by size and time alone; reading finds out whether the bytes are the same. */
  private boolean isGrown(Generation newest, BasicFileAttributes now) throws IOException {
    boolean changed = FileProbe.modified(now) != newest.modified();
    long size = newest.reads().writtenSize();
    return newest.identity().key().matches(FileKey.of(now))
        && index.find(newest.identity().key()) == newest
        && now.size() >= size
        && (newest.isBlank()
            ? now.size() == 0 && !changed
            : now.size() > size || !changed || isInPlace(newest));
  }

  private static boolean isInPlace(Generation newest) throws IOException {
    return GenerationFinder.hasContent(newest.log().path(), newest);
  }

  private void rotate(TrackedLog log, Generation newest) throws IOException {
    FileSnapshot now = FileSnapshot.observe(log.path());
    followRenumbering(newest, now);
    boolean same = newest.identity().key().matches(now.key());
    if (same && !newest.isBlank() && now.size() >= newest.reads().position() && isInPlace(newest)) {
      now.checkUnchanged();
      cutTo(newest, now);
      confirm(newest, now);
      return;
    }
    boolean fresh = same && newest.isBlank() && newest.number() == 1;
    List<RotatedFile> files =
        fresh ? listing.recent(log) : listing.current(log); // one listing for very many
    RotationOutcome outcome =
        RotationOutcome.ofNewest(RotationObserver.ofNewest(log, newest, now, files));
    now.checkUnchanged();
    if (same && newest.isBlank() && outcome.isNothing()) {
      confirm(newest, now);
      return;
    }
    listing.checkUnchanged(log, files);
    if (same && outcome.isNothing() && isOverwritten(newest, now)) {
      overwrite(newest, now);
      confirm(newest, now);
      return;
    }
    if (outcome.isGone() && isReplaced(log, newest, now)) {
      replaceFile(newest, now);
      confirm(newest, now);
      return;
    }
    apply(log, newest, outcome, now.modified());
    begin(log, now);
  }

  /**
   * Whether a writer has overwritten the last bytes that were read, and nothing before them, in a
   * file that never was shorter: it keeps a document closed with each record.
   */
  private static boolean isOverwritten(Generation newest, FileSnapshot now) throws IOException {
    return now.size() >= newest.reads().writtenSize()
        && ContentReader.hasBeginning(now.path(), newest.identity(), newest.beforeTrailer());
  }

  private static void overwrite(Generation newest, FileSnapshot now) throws IOException {
    long position = newest.reads().position();
    long changed = position - newest.beforeTrailer().end();
    List<Anchor> anchors = ContentReader.anchors(now.path(), position);
    now.checkUnchanged();
    if (newest.overwrite(anchors.getFirst(), anchors.getLast())) {
      LOG.atWarn()
          .addKeyValue("path", now.path())
          .addKeyValue("atMostBytes", changed)
          .log(
              "end of the file is overwritten in place; bytes that were sent are not sent again,"
                  + " and what stands in their place now is not sent; told once");
    }
  }

  /** The device of a file has another number since the last start. */
  private void followRenumbering(Generation newest, FileSnapshot now) throws IOException {
    if (newest.identity().key().isRenumbered(now.key())
        && (newest.isBlank() || isInPlace(newest))) {
      replaceFile(newest, now);
    }
  }

  /**
   * Whether another file with everything that was read took the place of the log's file: a volume
   * was restored, or a program writes the whole file anew under another name and renames it. When
   * its name was seen to stand for nothing in between, somebody writes the same lines again.
   */
  private static boolean isReplaced(TrackedLog log, Generation newest, FileSnapshot now)
      throws IOException {
    Source open = newest.reads().source();
    return newest.identity().anchor().length() > 0
        && !newest.isPacked()
        && !(newest.isRotated() && log.isObserved())
        && now.size() >= newest.reads().writtenSize()
        && isInPlace(newest)
        && (open == null || ContentReader.hasEndOf(open, now.path()));
  }

  private void replaceFile(Generation newest, FileSnapshot now) {
    LOG.atInfo()
        .addKeyValue("path", now.path())
        .addKeyValue("offset", newest.reads().position())
        .log("another file has the same bytes under the log's name; it is read on in it");
    index.remove(newest);
    newest.replaceFile(now.key());
    index.add(newest);
  }

  /** What was read is in its place; bytes behind it are gone, unless they were reserved space. */
  private static void cutTo(Generation newest, FileSnapshot now) {
    if (now.size() < newest.reads().writtenSize()) {
      if (!newest.reads().hasSpare()) {
        newest.markGone();
      }
      newest.reads().shrink(now.size());
    }
  }

  private void apply(TrackedLog log, Generation newest, RotationOutcome outcome, long modified) {
    if (outcome.emptied()) {
      logTruncation(log, outcome, modified);
    }
    newest.markRotated();
    if (outcome.remains().isPresent()) {
      continueIn(newest, outcome.remains().get(), outcome.emptied());
    } else if (outcome.emptied()) {
      declareLoss(newest);
    } else if (!outcome.unseen().isEmpty() && !newest.reads().isOpen()) {
      newest.markEmptied(); // its file was rotated away, and others may have been, too
    }
    spool.keep(newest);
    outcome.unseen().forEach(unseen -> add(log, unseen));
  }

  private static void logTruncation(TrackedLog log, RotationOutcome outcome, long modified) {
    Optional<RotatedFile> copy = outcome.remains().map(RemainingFile::file);
    LOG.atInfo()
        .addKeyValue("path", log.path())
        .addKeyValue("copy", copy.map(RotatedFile::path).orElse(null))
        .addKeyValue(
            "atMostMillis", copy.map(file -> (modified - file.modified()) / MILLI).orElse(null))
        .log("log was truncated; lines written after its last copy are lost, if there were any");
  }

  private void continueIn(Generation generation, RemainingFile remains, boolean emptied) {
    RotatedFile file = remains.file();
    boolean own = file.key().matches(generation.identity().key());
    if (!own && !emptied && generation.reads().isOpen()) {
      return; // the open file is read on, though it has no name
    }
    index.remove(generation);
    generation.moveTo(file.path(), file.key());
    index.add(generation);
    if (!own || remains.end().isPresent()) {
      continueInCopy(generation, remains, emptied);
    }
  }

  private void continueInCopy(Generation generation, RemainingFile remains, boolean emptied) {
    if (remains.head().length() < generation.identity().head().length() || generation.isBlank()) {
      generation.setHead(remains.head());
    }
    if (emptied || remains.end().isPresent()) {
      generation.markEmptied();
    }
    if (remains.end().isPresent()) {
      generation.endBefore(remains.end().get());
      generation.countLoss();
    } else if (emptied) {
      spool.replace(generation);
    }
  }

  /** Ends a generation that was emptied and of whose bytes no copy was found. */
  private void declareLoss(Generation generation) {
    index.remove(generation);
    if (!generation.reads().isComplete() || !generation.isLossy()) {
      generation.markEmptied();
      generation.reads().finish();
      generation.countLoss();
    }
  }

  private void add(TrackedLog log, UnseenFile unseen) {
    RotatedFile file = unseen.file();
    long now = clock.nanos();
    Generation added = log.add(file.key(), file.path(), now);
    added.markRotated();
    if (unseen.lossy()) {
      added.markEmptied();
    }
    added.setModified(file.modified());
    added.setHead(unseen.head());
    added.reads().grow(added.isPacked() ? 0 : file.size(), now);
    index.add(added);
    spool.keep(added);
  }

  /**
   * Begins the first generation. A file that cannot be opened now is followed all the same, so that
   * it is read, or told as lost, when it can be read, is rotated or is gone.
   */
  private void begin(TrackedLog log, BasicFileAttributes attributes) throws IOException {
    try {
      begin(log, FileSnapshot.observe(log.path()));
    } catch (NoSuchFileException e) {
      throw e; // it is not there any more
    } catch (FileSystemException e) {
      FileKey key = FileKey.of(attributes);
      if (index.find(key) == null) {
        Generation added = log.add(key, log.path(), clock.nanos());
        added.setModified(FileProbe.modified(attributes)); // rotated files beside it are older
        index.add(added);
      }
      throw e;
    }
  }

  /** Begins a generation, unless the file is one that was renamed back. */
  private void begin(TrackedLog log, FileSnapshot now) throws IOException {
    Generation owner = index.find(now.key());
    if (owner == null || !GenerationFinder.hasContent(now.path(), owner)) {
      confirm(log.add(now.key(), now.path(), clock.nanos()), now);
    }
  }

  private void confirm(Generation generation, FileSnapshot now) {
    generation.refineKey(now.key());
    generation.setPath(now.path());
    generation.setModified(now.modified());
    shrink(generation, now.size());
    generation.reads().spare(now.spare());
    generation.reads().touched();
    index.add(generation);
    generation.setHead(now.head());
    if (!generation.isPacked()) {
      generation.reads().grow(now.size(), clock.nanos());
    }
  }

  private static void shrink(Generation generation, long size) {
    if (generation.reads().isBlank() || generation.isBlank()) {
      generation.reads().shrink(size);
    }
  }

  private static void grow(Generation newest, BasicFileAttributes attributes, long now)
      throws IOException {
    Fingerprint head = newest.identity().head();
    if (newest.reads().position() == 0 && head.length() < Fingerprint.MAX) {
      newest.setHead(ContentReader.grown(newest.path(), head));
    }
    newest.refineKey(FileKey.of(attributes));
    newest.setPath(newest.log().path());
    shrink(newest, attributes.size());
    if (FileProbe.modified(attributes) != newest.modified()) {
      newest.reads().touched();
    }
    newest.setModified(FileProbe.modified(attributes));
    newest.reads().grow(attributes.size(), now);
  }
}
