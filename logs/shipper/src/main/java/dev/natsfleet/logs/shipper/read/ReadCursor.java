package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.QuietClose;
import dev.natsfleet.logs.shipper.files.Source;
import org.jspecify.annotations.Nullable;

/** How far a generation was read, and the open file it is read from. Times are monotonic. */
public final class ReadCursor {

  private static final long SEARCH_PAUSE = 250_000_000L;

  private final ReservedSpace reserved = new ReservedSpace();
  private @Nullable Source source;
  private long position;
  private long size;
  private long changedAt;
  private long unreadSince;
  private long missingSince;
  private long searchedAt;
  private long unreadableSince;
  private boolean cut;
  private boolean complete;
  private boolean givenUp;
  private boolean blank;
  private boolean touched;
  private boolean spare;
  private long contentAt;

  /** A cursor of a file that was found now. */
  ReadCursor(long now) {
    this.changedAt = now;
  }

  /** Offset of what is read next. */
  public long position() {
    return position;
  }

  /** The largest size of the file that was seen. */
  public long size() {
    return size;
  }

  /** The end of what is to be read: zeros at the end of a file are there to be overwritten. */
  public long contentSize() {
    return blank && !touched ? position : size;
  }

  /** The size without zeros behind the position, which a writer may give back. */
  long writtenSize() {
    return blank ? position : size;
  }

  /** Whether nothing but zeros was found behind the position when the file was last looked at. */
  boolean isBlank() {
    return blank;
  }

  void markBlank() {
    blank = true;
    spare = true;
    touched = false;
  }

  /** The file was written to: the zeros may be no more. */
  void touched() {
    touched = true;
  }

  /** Whether the file ended with space that its writer has reserved when it was last observed. */
  boolean hasSpare() {
    return spare;
  }

  void spare(boolean zeros) {
    spare = zeros;
  }

  /** The zeros behind the position. */
  ReservedSpace reserved() {
    return reserved;
  }

  /** Whether something may stand behind zeros, which nobody has looked at since it was written. */
  public boolean isPartlySeen() {
    return blank && reserved.isPartlySeen();
  }

  /** Offset up to which zeros are known to stand before something else. */
  long contentAt() {
    return contentAt;
  }

  void contentAt(long offset) {
    contentAt = offset;
  }

  /** When the file was last seen to grow. */
  public long changedAt() {
    return changedAt;
  }

  /** Since when bytes wait to be read. */
  public long unreadSince() {
    return unreadSince;
  }

  /** Whether what was sent last did not end its line. */
  public boolean isCut() {
    return cut;
  }

  /** Whether nothing more will be read. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether a descriptor is held. */
  public boolean isOpen() {
    return source != null;
  }

  /** Notes that the unread bytes wait since now. */
  public void restartWait(long now) {
    unreadSince = now;
  }

  /** Gives the descriptor back. */
  public void close() {
    Source open = source;
    source = null;
    if (open != null) {
      QuietClose.close(open);
    }
  }

  /** For how long the file has not been found, given that it is not found now; in nanoseconds. */
  public long missingFor(long now) {
    missingSince = missingSince == 0 ? now : missingSince;
    return now - missingSince;
  }

  /** For how long reading has failed without any success, given that it fails now. */
  long unreadableFor(long now) {
    unreadableSince = unreadableSince == 0 ? now : unreadableSince;
    return now - unreadableSince;
  }

  @Nullable Source source() {
    return source;
  }

  void open(Source opened) {
    source = opened;
  }

  /** Notes the size of the file; the file has changed when it has grown. */
  void grow(long seen, long now) {
    if (seen > size && !givenUp) {
      unreadSince = size <= position ? now : unreadSince;
      size = seen;
      changedAt = now;
      complete = false;
      blank = false;
    }
  }

  /** Notes that reserved space behind the position was given back. */
  void shrink(long seen) {
    size = Math.min(size, Math.max(seen, position));
  }

  void advance(int length, boolean withinLine) {
    blank = false;
    unreadableSince = 0;
    position += length;
    cut = withinLine;
  }

  void rewind(long offset, boolean withinLine) {
    position = offset;
    cut = withinLine;
    blank = false;
    complete = complete && position >= size;
  }

  /** Sets what a checkpoint contains. */
  void restore(long seen, boolean completed) {
    size = seen;
    complete = completed;
  }

  /** Forgets sizes that were seen behind the position: they may be those of other bytes. */
  void forgetSize() {
    size = position;
  }

  /** Ends reading and gives the descriptor back. */
  void finish() {
    complete = true;
    unreadableSince = 0;
    close();
  }

  /** It could not be read for so long that nothing waits for it any more, however it grows. */
  void giveUp() {
    givenUp = true;
  }

  /** Reads on after the end, because the file may have more by now. */
  void reopen() {
    complete = false;
  }

  /** Whether a file that is missing was searched for so recently that a search has to wait. */
  boolean isSearchPaused(long now) {
    return missingSince != 0 && now - searchedAt < SEARCH_PAUSE;
  }

  void searched(long now) {
    searchedAt = now;
  }

  void found() {
    missingSince = 0;
  }
}
