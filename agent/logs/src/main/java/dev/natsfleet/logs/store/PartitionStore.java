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
import org.jspecify.annotations.Nullable;

/**
 * Output files of a partition with their journal. Pieces gather in buffers until {@link #commit};
 * after a crash nothing that was not committed is there.
 *
 * <p>A log is a stream of bytes, and an output file is a mixture of its logs that changes from one
 * to another only between lines. A line that is not complete stands at the end of the file as long
 * as no other log has something to say; then it is put aside until it is complete.
 */
public final class PartitionStore implements Closeable {

  private static final String ASIDE = "line-";

  private final Path directory;
  private final Guard guard;
  private final Rotation rotation;
  private final OpenFiles files;
  private final Journal journal;
  private final Map<String, HostWriter> writers = new HashMap<>();
  private final Set<HostWriter> dirty = new LinkedHashSet<>();
  private final List<Path> spent = new ArrayList<>();
  private final List<Finished> finished = new ArrayList<>();
  private Position position;
  private long gathered;
  private long asides;

  /** Opens the store in a directory and brings its files to what was committed last. */
  public PartitionStore(Path directory, long token, Guard guard, Rotation rotation, int openFiles)
      throws IOException {
    this.directory = directory.toAbsolutePath();
    this.guard = guard;
    this.rotation = rotation;
    guard.check();
    this.journal = new Journal(this.directory, token);
    this.files = new OpenFiles(openFiles, guard);
    new Recovery(journal.books(), journal.isInherited()).run(this.directory);
    this.position = journal.books().position();
    this.asides = lastAside() + 1;
    journal.books().hosts().forEach(host -> finished.add(new Finished(host.key(), host.file())));
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
    for (Path file : spent) {
      files.release(file);
      Files.deleteIfExists(file);
    }
    spent.clear();
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
    for (HostBook host : silent) {
      Path old = host.file();
      host.begin(null, host.period());
      dirty.add(writer(host));
      if (old != null) {
        files.release(old);
      }
    }
    if (!silent.isEmpty()) {
      commit();
    }
    silent.forEach(host -> finished.add(new Finished(host.key(), null)));
  }

  /**
   * Hosts whose file has changed, and at first all of them; what else they have is for the archive.
   */
  public List<Finished> finished() {
    List<Finished> files = List.copyOf(finished);
    finished.clear();
    return files;
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
   * A key whose file has changed.
   *
   * @param key of the layout
   * @param current file, which is being written; null when none is
   */
  public record Finished(String key, @Nullable Path current) {}

  static boolean isAside(Path file) {
    return file.getFileName().toString().startsWith(ASIDE);
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
    Aside aside = new Aside(directory.resolve(ASIDE + asides++), 0);
    writer.copyOpenLine(aside);
    holder.aside(aside);
    host.changed(holder);
    host.length(host.lineStart());
    host.hold(HostBook.NO_LOG, 0);
    dirty.add(writer);
    commit();
    files.truncate(writer.file(), host.length());
  }

  /** The journal learns the new file's name before there is a file. */
  private void rotate(HostWriter writer) throws IOException {
    writer.write();
    HostBook host = writer.book();
    Path old = host.file();
    rotation.next(host);
    dirty.add(writer);
    commit();
    if (old != null) {
      files.release(old);
    }
    finished.add(new Finished(host.key(), writer.file()));
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

  private long lastAside() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(PartitionStore::isAside)
          .mapToLong(
              file -> Long.parseLong(file.getFileName().toString().substring(ASIDE.length())))
          .max()
          .orElse(0);
    }
  }
}
