package dev.natsfleet.logs.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Output files of a partition with their journal. Pieces gather in buffers until {@link #commit};
 * after a crash nothing that was not committed is there.
 *
 * <p>A log is a stream of bytes, and an output file is a mixture of its logs that changes from one
 * to another only between lines. A line that is not complete stands at the end of the file as long
 * as no other log has something to say; then it is put aside until it is complete.
 */
public final class PartitionStore implements Closeable {

  private static final Piece NEWLINE = new Piece(new byte[0], 0, 0, true, false);

  private final Path directory;
  private final Guard guard;
  private final Rotation rotation;
  private final OpenFiles files;
  private final Journal journal;
  private final Map<String, HostWriter> writers = new HashMap<>();
  private final Set<HostWriter> dirty = new LinkedHashSet<>();
  private final List<Path> spent = new ArrayList<>();
  private final Set<String> finished = new LinkedHashSet<>();
  private Position position;
  private long gathered;
  private final Asides asides;

  /** Opens the store in a directory and brings its files to what was committed last. */
  public PartitionStore(Path directory, long token, Guard guard, Rotation rotation, int openFiles)
      throws IOException {
    this.directory = directory.toAbsolutePath();
    this.guard = guard;
    this.rotation = rotation;
    this.files = new OpenFiles(openFiles, guard);
    try (Takeover _ = new Takeover(this.directory)) {
      guard.check();
      this.asides = new Asides(this.directory, token);
      this.journal = new Journal(this.directory, token);
      bring(this.directory, journal, rotation);
    }
    this.position = journal.books().position();
    journal.books().hosts().forEach(host -> finished.add(host.key()));
  }

  /** Brings the files to what the journal says; closes it when they cannot be. */
  private static void bring(Path directory, Journal journal, Rotation rotation) throws IOException {
    try {
      rotation.resume(journal.books().hosts());
      new Recovery(journal.books(), journal.isInherited()).run(directory);
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /** The output file that a host's lines go to, with what is known of its logs. */
  public HostBook host(String host) {
    return journal.books().host(rotation.key(host));
  }

  /** Every log that is known, of all hosts. */
  public Stream<LogBook> logs() {
    return journal.books().hosts().stream().flatMap(host -> host.logs().stream());
  }

  /** Appends a piece of a log. */
  public void append(HostBook host, LogBook log, Piece piece) throws IOException {
    guard.check();
    HostWriter writer = writer(host);
    Aside aside = log.aside();
    if (aside != null && piece.open()) {
      grow(aside, piece);
      touch(writer, log);
      return;
    }
    clearEnd(writer, log);
    touch(writer, log);
    gathered += piece.size();
    if (aside != null) {
      writer.append(aside);
      log.aside(null);
      spent.add(aside.file());
    }
    put(writer, log, piece);
  }

  /**
   * Goes on where another owner, with files of its own, has come to since: what this one knows of
   * its logs is not true any more. Its files are finished; open lines that lay aside end them.
   */
  public void goOnAt(Position elsewhere) throws IOException {
    guard.check();
    for (HostBook host : List.copyOf(journal.books().hosts())) {
      endWithAsides(writer(host));
    }
    commit();
    journal.restart(elsewhere);
    position = elsewhere;
    writers.clear();
    rotation.resume(journal.books().hosts());
    files.close();
  }

  /** Notes that everything up to here need not be read again once it is committed. */
  public void reached(Position now) {
    position = now;
  }

  /** Bytes that wait to be committed. */
  public long gathered() {
    return gathered;
  }

  /** Whether there is something to commit. */
  public boolean isDirty() {
    return !dirty.isEmpty() || !position.equals(journal.books().position());
  }

  /** Makes everything durable, files first, the journal then. */
  public void commit() throws IOException {
    guard.check();
    for (HostWriter writer : dirty) {
      writer.write();
    }
    files.sync();
    guard.check();
    journal.commit(dirty.stream().map(HostWriter::book).toList(), position);
    dirty.forEach(writer -> writer.book().changed().clear());
    dirty.clear();
    gathered = 0;
    deleteSpent();
  }

  /** What was committed last. */
  public Position committed() {
    return journal.books().position();
  }

  /** Forgets logs of which the stream has said nothing since then, in seconds since 1970. */
  public void forgetBefore(long seconds) {
    journal.books().forgetBefore(seconds);
  }

  /** Gives the memory of buffers back that are not in use. */
  public void shrink() {
    writers.values().removeIf(writer -> !dirty.contains(writer));
  }

  /** Finishes the files of hosts that have said nothing since the files' time was over. */
  public void retire() throws IOException {
    guard.check();
    List<HostBook> silent =
        journal.books().hosts().stream().filter(host -> isRetired(host)).toList();
    List<Path> ended = new ArrayList<>();
    for (HostBook host : silent) {
      Path old = host.file();
      host.begin(null, host.period());
      dirty.add(writer(host));
      if (old != null) {
        files.release(old);
        ended.add(old);
      }
    }
    if (!silent.isEmpty()) {
      commit();
    }
    ended.forEach(rotation::finished);
    silent.forEach(host -> finished.add(host.key()));
  }

  /**
   * Keys of hosts whose file has changed, and at first of all of them; what they have beside the
   * current one is for the archive.
   */
  public List<String> finished() {
    List<String> keys = List.copyOf(finished);
    finished.clear();
    return keys;
  }

  /** Lets go with everything durable; whoever comes next may go on in the same files. */
  public void release() throws IOException {
    commit();
    journal.release();
  }

  @Override
  public void close() throws IOException {
    files.close();
    journal.close();
  }

  /**
   * What the journal does not need any more goes away. An owner that was paused since the journal
   * learned so does not get here, and one that is paused here deletes names that are its own alone.
   */
  private void deleteSpent() throws IOException {
    for (Path file : spent) {
      guard.check();
      files.release(file);
      Files.deleteIfExists(file);
    }
    spent.clear();
  }

  private boolean isRetired(HostBook host) {
    HostWriter writer = writers.get(host.key());
    boolean quiet = writer == null || !dirty.contains(writer);
    boolean whole = host.holder() == HostBook.NO_LOG;
    return quiet && whole && host.file() != null && rotation.isDue(host);
  }

  private HostWriter writer(HostBook host) {
    return writers.computeIfAbsent(host.key(), key -> new HostWriter(host, files));
  }

  private void touch(HostWriter writer, LogBook log) {
    dirty.add(writer);
    writer.book().changed(log);
  }

  private void grow(Aside aside, Piece piece) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(piece.bytes(), piece.from(), piece.length());
    files.write(aside.file(), aside.length(), bytes);
    aside.grow(piece.length());
  }

  private void endWithAsides(HostWriter writer) throws IOException {
    for (LogBook log : writer.book().logs()) {
      Aside aside = log.aside();
      if (aside != null) {
        if (writer.book().file() == null) {
          rotate(writer);
        }
        if (writer.book().holder() != HostBook.NO_LOG) {
          writer.append(NEWLINE);
        }
        writer.append(aside);
        spent.add(aside.file());
        log.aside(null);
        touch(writer, log);
        writer.book().hold(log.id(), writer.book().length() - aside.length());
      }
    }
  }

  /** Makes sure that the file ends where this log may go on. */
  private void clearEnd(HostWriter writer, LogBook log) throws IOException {
    HostBook host = writer.book();
    if (host.holder() != HostBook.NO_LOG && host.holder() != log.id()) {
      putAside(writer, host.log(host.holder()));
    }
    if (host.holder() == HostBook.NO_LOG && rotation.isDue(host)) {
      rotate(writer);
    }
  }

  /** The journal learns first that the open line is elsewhere; then the file is cut. */
  private void putAside(HostWriter writer, LogBook holder) throws IOException {
    HostBook host = writer.book();
    Aside aside = asides.next();
    writer.copyOpenLine(aside);
    holder.aside(aside);
    host.changed(holder);
    host.length(host.lineStart());
    host.hold(HostBook.NO_LOG, 0);
    dirty.add(writer);
    commit();
    files.truncate(writer.file(), host.length());
  }

  /** The journal learns the new file's name before a line is in it. */
  private void rotate(HostWriter writer) throws IOException {
    writer.write();
    HostBook host = writer.book();
    Path old = host.file();
    rotation.next(host);
    dirty.add(writer);
    commit();
    if (old != null) {
      files.release(old);
      rotation.finished(old);
    }
    finished.add(host.key());
  }

  private static void put(HostWriter writer, LogBook log, Piece piece) throws IOException {
    HostBook host = writer.book();
    boolean fresh = host.holder() == HostBook.NO_LOG;
    writer.append(piece);
    if (!piece.open()) {
      host.hold(HostBook.NO_LOG, 0);
    } else if (fresh || piece.tail() < piece.length()) {
      host.hold(log.id(), host.length() - piece.tail());
    }
  }
}
