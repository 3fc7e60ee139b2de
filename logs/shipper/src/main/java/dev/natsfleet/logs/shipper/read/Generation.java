package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.identity.Anchor;
import dev.natsfleet.logs.shipper.identity.FileIdentity;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.identity.PackedFormat;
import dev.natsfleet.logs.shipper.rotation.KnownGeneration;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One of the files that a log's name has stood for: the identity of the file, a cursor for what was
 * read, and a cursor for what the stream has.
 */
public final class Generation implements ReadGeneration {

  private static final long NEVER = Long.MIN_VALUE;

  private final LogName log;
  private final LogCounters counters;
  private final long number;
  private final ReadCursor reads;
  private final AckCursor acks = new AckCursor();
  private FileIdentity identity;
  private @Nullable Path otherPath;
  private @Nullable Path spoolLink;
  private long modified;
  private long modifiedBeforePacking = NEVER;
  private boolean changeVisible;
  private boolean rotated;
  private boolean recorded;
  private boolean lossy;
  private boolean deleted;
  private boolean overwritten;
  private Anchor beforeTrailer = Anchor.NONE;
  private long countedUnread;
  private long countedFrom;
  private boolean countedUnknown;

  Generation(LogName log, LogCounters counters, long number, FileKey key, long now) {
    this.log = log;
    this.counters = counters;
    this.number = number;
    this.identity = FileIdentity.of(key);
    this.reads = new ReadCursor(now);
  }

  @Override
  public LogName log() {
    return log;
  }

  @Override
  public LogCounters counters() {
    return counters;
  }

  @Override
  public long number() {
    return number;
  }

  /** By what its file is recognised. */
  public FileIdentity identity() {
    return identity;
  }

  @Override
  public ReadCursor reads() {
    return reads;
  }

  /** Where it was last seen. */
  public Path path() {
    return otherPath == null ? log.file() : otherPath;
  }

  /** Time of the last change in nanoseconds since 1970. */
  long modified() {
    return modified;
  }

  /** Time of the last change of its file that was no pack, since the program began; or never. */
  long modifiedBeforePacking() {
    return modifiedBeforePacking;
  }

  /** Whether its log's name stands for another file by now, or for none. */
  public boolean isRotated() {
    return rotated;
  }

  /** Whether it is read from a packed file. */
  public boolean isPacked() {
    return otherPath == null ? log.isPacked() : PackedFormat.isPacked(otherPath);
  }

  @Override
  public boolean isRecorded() {
    return recorded;
  }

  /** Whether more may be lost than was seen. */
  boolean isLossy() {
    return lossy;
  }

  @Override
  public boolean isStored() {
    return reads.isComplete() && acks.acked() == reads.position();
  }

  /** Bytes that were seen and never read; {@link GenerationStart#UNKNOWN} when nobody can know. */
  public long lost() {
    return reads.isComplete() && lossy ? GenerationStart.UNKNOWN : unread();
  }

  /**
   * Bytes that were seen and will never be read: what is lost at least. Space that a writer has
   * reserved is none of them, nor are zeros of a file of which nothing else is known.
   */
  long unread() {
    return reads.isComplete() && !isBlank() ? reads.writtenSize() - reads.position() : 0;
  }

  /** Counts what of it is lost and was not counted before. */
  void countLoss() {
    long more = Math.max(0, unread() - countedUnread);
    counters.lost(more, lossy && !countedUnknown);
    countedUnread += more;
    countedFrom = reads.position();
    countedUnknown |= lossy;
  }

  @Override
  public ReadPosition stored() {
    return acks.stored(position());
  }

  @Override
  public void advance(byte[] bytes, int length, boolean withinLine) {
    ReadPosition before = position();
    reads.advance(length, withinLine);
    beforeTrailer =
        Anchor.beforeTrailer(beforeTrailer, before.anchor(), reads.position(), bytes, length);
    identity = identity.withAnchor(Anchor.of(reads.position(), bytes, length));
    acks.sent(before, position());
    findCounted();
  }

  /** Bytes that were counted as lost, and are read now all the same, are not lost. */
  private void findCounted() {
    long found = Math.clamp(reads.position() - countedFrom, 0, countedUnread);
    if (found > 0) {
      counters.found(found);
      countedUnread -= found;
      countedFrom = reads.position();
    }
  }

  @Override
  public void acknowledge(long end) {
    acks.acknowledge(end);
  }

  @Override
  public void rewind(ReadPosition to) {
    reads.rewind(to.offset(), to.cut());
    acks.rewind(to.offset());
    beforeTrailer = Anchor.NONE;
    identity = identity.withAnchor(to.anchor());
  }

  /** What a checkpoint has to contain of it. */
  GenerationCheckpoint checkpoint() {
    return new GenerationCheckpoint(
        number,
        identity.key(),
        path(),
        identity.head(),
        stored(),
        reads.writtenSize(),
        modified,
        isStored(),
        lossy);
  }

  /** Notes that a checkpoint contains it. */
  void markRecorded() {
    recorded = true;
  }

  /** What the rules of rotation have to know of it. */
  KnownGeneration known() {
    return new KnownGeneration(number, identity, isPacked(), isBlank(), modified);
  }

  /** Whether nothing is known of its bytes. */
  boolean isBlank() {
    return reads.position() == 0 && identity.head().length() == 0;
  }

  /** Whether it was read to its end and a writer may go on in it. */
  boolean canGrow() {
    return reads.isComplete() && rotated && !deleted && !isPacked();
  }

  /** Whether its file was last seen under the log's name. */
  boolean hasLogName() {
    return otherPath == null;
  }

  /** The hard link that keeps its file; null without one. */
  @Nullable Path spoolLink() {
    return spoolLink;
  }

  void setSpoolLink(@Nullable Path link) {
    spoolLink = link;
  }

  void setPath(Path path) {
    otherPath = log.isAt(path) ? null : path;
  }

  /** Notes that the log's name leads elsewhere from now on: its file stays where it was. */
  void keepPath() {
    otherPath = path();
  }

  /** Sets the first bytes of its file as they were read now. */
  void setHead(Fingerprint head) {
    identity = identity.withHead(head);
  }

  /** Sets the key of its file; the file system may know the time of birth by now. */
  void refineKey(FileKey key) {
    identity = identity.key().certain() ? identity : identity.withKey(key);
  }

  void setModified(long time) {
    changeVisible &= modified == time;
    modified = time;
    modifiedBeforePacking = isPacked() ? modifiedBeforePacking : time;
  }

  /**
   * Notes that its file was looked at, with the size and the time of change that are known.
   *
   * @param wall time before the look, in nanoseconds since 1970
   */
  void noteLook(long wall) {
    changeVisible |= !isPacked() && wall - modified > FileProbe.clockStep(modified);
  }

  /** Whether another change after the last look would have had another time of change. */
  boolean isChangeVisible() {
    return changeVisible;
  }

  void markRotated() {
    rotated = true;
  }

  /** Notes that its file was deleted. */
  void markDeleted() {
    deleted = true;
  }

  /** Notes that its file is gone, and that more may have been written than was seen. */
  void markGone() {
    lossy = true;
  }

  /**
   * Notes that its file was emptied: nobody knows what was written just before, and the sizes that
   * were seen lately may be those of what was written after.
   */
  void markEmptied() {
    reads.forgetSize();
    lossy = true;
  }

  /** Ends it at the last bytes of its remains, which are before those that were read last. */
  void endBefore(Anchor end) {
    identity = identity.withAnchor(end);
    reads.finish();
  }

  /** Notes that its file has another name, and its size, because a writer may go on in it. */
  void rename(Path path, long bytes, long now) {
    setPath(path);
    if (rotated && !isPacked()) {
      reads.grow(bytes, now);
    }
  }

  /** The anchor before those of its last bytes that a writer may overwrite. */
  Anchor beforeTrailer() {
    return beforeTrailer;
  }

  /**
   * Notes that a writer has overwritten bytes before the position, and reads on behind them.
   *
   * @param end the anchor at the position now
   * @param before the one before the trailer now
   * @return whether that was not noted before
   */
  boolean overwrite(Anchor end, Anchor before) {
    boolean first = !overwritten;
    overwritten = true;
    identity = identity.withAnchor(end);
    beforeTrailer = before;
    return first;
  }

  /** Continues it in the file that has its name now, which has its bytes. */
  void replaceFile(FileKey key) {
    reads.close();
    identity = identity.withKey(key);
  }

  /** Continues it in another file: a copy that a rotation has made. */
  void moveTo(Path copy, FileKey key) {
    reads.close();
    if (reads.isBlank() || reads.hasSpare()) {
      reads.forgetSize(); // the reserved space may not be there
    }
    setPath(copy);
    identity = identity.withKey(key);
    rotated = true;
  }

  /** Sets what a checkpoint contains. */
  void restore(GenerationCheckpoint checkpoint) {
    identity = identity.withHead(checkpoint.fingerprint());
    modified = checkpoint.modified();
    lossy = checkpoint.lossy();
    recorded = true;
    reads.restore(checkpoint.size(), checkpoint.complete());
    rewind(checkpoint.position());
    countedUnread = unread();
    countedFrom = reads.position();
    countedUnknown = lossy && checkpoint.complete();
  }

  private ReadPosition position() {
    return new ReadPosition(reads.position(), identity.anchor(), reads.isCut());
  }
}
