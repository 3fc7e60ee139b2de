package dev.natsfleet.logs.tail;

import dev.natsfleet.logs.wire.Opening;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One of the files that a log's name has stood for: which it is, how far it was read, and how far
 * the stream has it.
 */
public final class Generation {

  private final Log log;
  private final long number;
  private final Search search = new Search();
  private FileKey key;
  private @Nullable Path elsewhere;
  private Fingerprint fingerprint = Fingerprint.NONE;
  private Anchor anchor = Anchor.NONE;
  private @Nullable Turns turns;
  private @Nullable Source source;
  private @Nullable Path spooled;
  private long position;
  private long acked;
  private long size;
  private long modified;
  private long changedAt = System.nanoTime();
  private boolean rotated;
  private boolean complete;
  private boolean cut;
  private boolean recorded;
  private boolean doubtful;
  private boolean deleted;
  private long unreadSince;

  Generation(Log log, long number, FileKey key, Path path) {
    this.log = log;
    this.number = number;
    this.key = key;
    path(path);
  }

  /**
   * Reads what comes next into {@code to}, without moving the position.
   *
   * @throws TruncatedException when the bytes before are not what they were
   * @throws GoneException when there is nothing to read from
   */
  public int read(byte[] to, long now) throws IOException, TruncatedException, GoneException {
    Source open = open();
    if (isPacked()) {
      checkAnchor(open); // before the read: a packed file does not change, and goes forward
    }
    int read = Sources.readFully(open, position, to);
    if (!isPacked()) {
      checkAnchor(open);
    }
    fingerprint = fingerprint.grow(position, to, read);
    grown(position + read, now);
    return read;
  }

  /** Moves behind bytes that were sent: the first {@code length} of what was read last. */
  public void advance(byte[] bytes, int length, boolean withinLine) {
    Turns open = turns == null ? new Turns(stored()) : turns;
    turns = open;
    position += length;
    anchor = Anchor.of(position, bytes, length);
    cut = withinLine;
    open.add(new Place(position, anchor, cut));
  }

  /** Notes that what is left unread has begun to wait now. */
  public void linger(long now) {
    unreadSince = now;
  }

  /** Since when bytes wait to be read, on the monotonic clock. */
  public long unreadSince() {
    return unreadSince;
  }

  /** Notes that a checkpoint knows it, so that its bytes may be sent. */
  public void record() {
    recorded = true;
  }

  /** Whether a checkpoint knows it. */
  public boolean isRecorded() {
    return recorded;
  }

  /** Notes that the stream has everything before {@code end}. */
  public void acknowledge(long end) {
    acked = end;
    if (turns != null && turns.settle(end)) {
      turns = null;
    }
  }

  /** Goes to where the stream is. The anchor may lie before that. */
  public void rewind(Place to) {
    position = to.offset();
    acked = to.offset();
    cut = to.cut();
    anchor = to.anchor();
    turns = null;
    complete = complete && position >= size;
  }

  /** Whether bytes are known that were not read; looks at the open file. */
  public boolean hasMore(long now) throws IOException, TruncatedException, GoneException {
    if (!complete && (source != null || rotated) && !isPacked()) {
      grown(open().size(), now);
    }
    return !complete && (size > position || isPacked());
  }

  /** Notes how large the file is; it counts as changed when it has grown. */
  void grown(long seen, long now) {
    if (seen > size) {
      unreadSince = size <= position ? now : unreadSince;
      size = seen;
      changedAt = now;
      complete = false;
    }
  }

  /** Nothing more will come; lets go of the file. */
  public void finish() {
    complete = true;
    close();
  }

  /** Gives the descriptor back. */
  public void close() {
    Source open = source;
    source = null;
    if (open != null) {
      Closing.close(open);
    }
  }

  private Source open() throws IOException, TruncatedException, GoneException {
    Source open = source;
    if (open == null) {
      Path found = search.find(this);
      path(found);
      open = Sources.open(found);
      source = open;
      if (!Finder.isAt(found, this)) {
        close();
        throw new NoSuchFileException(found.toString(), null, "it was rotated while it was opened");
      }
      search.end();
      checkHead(open);
    }
    return open;
  }

  private void checkAnchor(Source open) throws IOException, TruncatedException {
    boolean first = position == 0 && fingerprint.length() > 0; // there is no anchor yet
    if (!anchor.holds(open) || (first && !fingerprint.begins(open))) {
      throw new TruncatedException();
    }
  }

  /** Before {@link #position}, or somewhat earlier. */
  Anchor anchor() {
    return anchor;
  }

  /** Whether nothing is known of its content. */
  boolean isBlank() {
    return position == 0 && fingerprint.length() == 0;
  }

  /**
   * It was emptied: what was written just before, nobody knows, and the sizes that were seen lately
   * may be those of what was written after.
   */
  void emptied() {
    size = position;
    doubtful = true;
  }

  /** Its remains end before what was read of it. */
  void endedBefore(Anchor end) {
    anchor = end;
    finish();
  }

  /** Whether more may be lost than was seen. */
  public boolean isDoubtful() {
    return doubtful;
  }

  /** It has another name: notes its size, because a writer may go on in it. */
  void renamed(Path now, long bytes, long at) {
    path(now);
    if (rotated && !isPacked()) {
      grown(bytes, at);
    }
  }

  /** It is nowhere any more. */
  void deleted() {
    deleted = true;
  }

  /** Whether it was read to its end and a writer may go on in it. */
  boolean mayGrow() {
    return complete && rotated && !deleted && !isPacked();
  }

  /** It was packed since it was read to its end: looks for more in there. */
  void reopen() {
    complete = false;
  }

  /** An inode that came back has another head. */
  private void checkHead(Source open) throws IOException, TruncatedException {
    Fingerprint head = Fingerprint.of(open, fingerprint.length());
    if (!head.isSame(fingerprint)) {
      close();
      throw new TruncatedException();
    }
    fingerprint = head; // a checkpoint knows less of it
  }

  /** The file system may say by now when the file was born. */
  void key(FileKey known) {
    key = key.certain() ? key : known;
  }

  /** For how long it was not found, when it is not found now; in nanoseconds. */
  public long missing(long now) {
    return search.missing(now);
  }

  /** The file goes on as another: a copy that a rotation has made. */
  void moveTo(Path copy, FileKey copyKey) {
    close();
    path(copy);
    key = copyKey;
    rotated = true;
  }

  /** A hard link keeps it. */
  void spooled(@Nullable Path link) {
    spooled = link;
  }

  /** The hard link that keeps it; null without one. */
  @Nullable Path spooled() {
    return spooled;
  }

  /** Its head was looked at. */
  void identify(Fingerprint head) {
    fingerprint = head;
  }

  void restore(Remembered remembered) {
    fingerprint = remembered.fingerprint();
    size = remembered.size();
    modified = remembered.modified();
    complete = remembered.complete();
    doubtful = remembered.doubtful();
    recorded = true;
  }

  void rotated() {
    rotated = true;
  }

  void modified(long time) {
    modified = time;
  }

  void path(Path now) {
    elsewhere = log.isAt(now) ? null : now;
  }

  /** The log it belongs to. */
  public Log log() {
    return log;
  }

  /** From 1. */
  public long number() {
    return number;
  }

  /** Which file, when it was last seen. */
  public FileKey key() {
    return key;
  }

  /** Where it was last seen. */
  public Path path() {
    return elsewhere == null ? log.path() : elsewhere;
  }

  /** Its head. */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /** Offset of what is read next. */
  public long position() {
    return position;
  }

  /** Largest size that was seen. */
  public long size() {
    return size;
  }

  /** Time of the last change as the file system says, in nanoseconds since 1970. */
  public long modified() {
    return modified;
  }

  /** When it was last seen to grow, on the monotonic clock. */
  public long changedAt() {
    return changedAt;
  }

  /** Whether its name stands for another file by now, or for none. */
  public boolean isRotated() {
    return rotated;
  }

  /** Whether nothing more will be read. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether everything that was read is in the stream. */
  public boolean isStored() {
    return complete && acked == position;
  }

  /** Whether what was sent last did not end its line. */
  public boolean isCut() {
    return cut;
  }

  /** Whether a descriptor is held. */
  public boolean isOpen() {
    return source != null;
  }

  /** Whether it is read from a packed file. */
  public boolean isPacked() {
    return elsewhere == null ? log.isPacked() : Sources.isPacked(elsewhere);
  }

  /** Bytes that were seen and never read; {@link Opening#UNKNOWN} when nobody can know. */
  public long lost() {
    if (!complete || size > position) {
      return complete ? size - position : 0;
    }
    return doubtful ? Opening.UNKNOWN : 0;
  }

  /** How far the stream has it. */
  public Place stored() {
    if (acked == 0) {
      return Place.START;
    }
    Place turn = turns == null ? new Place(position, anchor, cut) : turns.stored();
    return new Place(acked, turn.anchor(), turn.cut() && acked == turn.offset());
  }

  /**
   * A place in a generation.
   *
   * @param offset of the next byte
   * @param anchor at the offset, or somewhat earlier
   * @param cut whether the byte before the offset does not end a line
   */
  public record Place(long offset, Anchor anchor, boolean cut) {

    /** Before the first byte. */
    public static final Place START = new Place(0, Anchor.NONE, false);
  }
}
