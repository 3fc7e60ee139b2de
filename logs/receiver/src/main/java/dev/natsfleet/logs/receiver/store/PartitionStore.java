package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Output files of a partition with their journal. Chunks gather in buffers until {@link #commit};
 * after a crash everything is as it was at the last commit.
 *
 * <p>A log is a stream of bytes, and an output file is a mixture of its logs that changes from one
 * to another only between lines. A line that is not complete stands at the end of the file as long
 * as no other log has something to write; then it is put into a file aside until it is complete.
 */
public final class PartitionStore implements Closeable {

  private static final Chunk NEWLINE = new Chunk(new byte[0], 0, 0, true, false);

  private final OwnershipCheck ownership;
  private final OutputRotation rotation;
  private final OpenFiles files;
  private final PartitionJournal journal;
  private final PartialLineFiles partialLines;
  private final PendingCommit pending;
  private final Map<String, HostWriter> writers = new HashMap<>();
  private final Set<String> finishedKeys = new LinkedHashSet<>();
  private StreamPosition position;

  /** Opens the store in a directory and brings its files to what was committed last. */
  public PartitionStore(
      Path directory, long token, OwnershipCheck ownership, OutputRotation rotation, int openFiles)
      throws IOException {
    Path absolute = directory.toAbsolutePath();
    this.ownership = ownership;
    this.rotation = rotation;
    this.files = new OpenFiles(openFiles, ownership);
    try (TakeoverLock _ = new TakeoverLock(absolute)) {
      ownership.check();
      this.partialLines = new PartialLineFiles(absolute, token);
      this.journal = new PartitionJournal(absolute, token);
      recover(absolute, journal, rotation);
    }
    this.pending = new PendingCommit(ownership, files, journal);
    this.position = journal.state().position();
    journal.state().hosts().forEach(host -> finishedKeys.add(host.key()));
  }

  /** Brings the files to what the journal says; closes the journal when that fails. */
  private static void recover(Path directory, PartitionJournal journal, OutputRotation rotation)
      throws IOException {
    try {
      rotation.reportCurrent(journal.state().hosts());
      new JournalRecovery(journal.state(), journal.isInherited()).run(directory);
      if (journal.isInherited()) {
        journal.writeAnew(); // the files are copies now
      }
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /** The output file that a host's lines go to, with what is known of its logs. */
  public OutputFileState host(String host) {
    return journal.state().host(rotation.key(host));
  }

  /** Every log that is known, of all hosts. */
  public Stream<LogState> logs() {
    return journal.state().hosts().stream().flatMap(host -> host.logs().stream());
  }

  /** Appends a chunk of a log. */
  public void append(OutputFileState host, LogState log, Chunk chunk) throws IOException {
    ownership.check();
    HostWriter writer = writer(host);
    PartialLineFile partialLine = log.partialLine();
    if (partialLine != null && chunk.open()) {
      appendAside(partialLine, chunk);
      pending.add(writer, log);
      return;
    }
    makeAppendable(writer, log);
    pending.add(writer, log);
    pending.addBytes(chunk.size());
    if (partialLine != null) {
      writer.append(partialLine);
      log.partialLine(null);
      pending.deleteAfterwards(partialLine.file());
    }
    append(writer, log, chunk);
  }

  /**
   * Goes on at a position that another owner, with files of its own, has come to since: what this
   * store knows of its logs is outdated. Its files are finished; partial lines end them.
   */
  public void restartAt(StreamPosition restart) throws IOException {
    ownership.check();
    for (OutputFileState host : List.copyOf(journal.state().hosts())) {
      appendPartialLines(writer(host));
    }
    commit();
    journal.restart(restart);
    position = restart;
    writers.clear();
    rotation.reportCurrent(journal.state().hosts());
    files.close();
  }

  /** Notes that messages before a position were gone from the stream before they were read. */
  public void noteHole(StreamPosition behind) {
    journal.state().hole(behind);
  }

  /** Whether messages were ever gone before they were read. */
  public boolean hasHole() {
    return journal.state().hasHole();
  }

  /**
   * Whether messages were gone before they were read, so that a log which nothing is known of and
   * of which a message comes now may have begun in them.
   */
  public boolean hasRecentHole() {
    return journal.state().isHoleRecent();
  }

  /** Notes that everything up to here need not be read again once it is committed. */
  public void advanceTo(StreamPosition reached) {
    position = reached;
  }

  /** Bytes that wait to be committed. */
  public long uncommittedBytes() {
    return pending.bytes();
  }

  /** Whether there is something to commit. */
  public boolean isDirty() {
    return !pending.isEmpty() || !position.equals(committed());
  }

  /** Makes everything durable, files first, the journal then. */
  public void commit() throws IOException {
    pending.commit(position);
  }

  /** Position of the last commit. */
  public StreamPosition committed() {
    return journal.state().position();
  }

  /**
   * Forgets logs that nothing came of since then, in seconds since 1970.
   *
   * @param reported whether a shipper reports a log
   */
  public void forgetBefore(long seconds, LongPredicate reported) {
    journal.state().forgetBefore(seconds, reported);
  }

  /** Gives the memory of buffers back that are not in use. */
  public void releaseBuffers() {
    writers.values().removeIf(writer -> !pending.contains(writer));
  }

  /** Finishes the files of hosts that nothing came of since the files' period ended. */
  public void finishSilentFiles() throws IOException {
    ownership.check();
    List<OutputFileState> silent = journal.state().hosts().stream().filter(this::isSilent).toList();
    List<Path> finished = new ArrayList<>();
    for (OutputFileState host : silent) {
      Path file = host.file();
      host.begin(null, host.period());
      pending.add(writer(host));
      if (file != null) {
        files.release(file);
        finished.add(file);
      }
    }
    if (!silent.isEmpty()) {
      commit();
    }
    finished.forEach(rotation::finish);
    silent.forEach(host -> finishedKeys.add(host.key()));
  }

  /**
   * Takes the keys of hosts that have finished a file, and at first those of all hosts: an earlier
   * run may have finished files of theirs.
   */
  public List<String> drainFinishedKeys() {
    List<String> keys = List.copyOf(finishedKeys);
    finishedKeys.clear();
    return keys;
  }

  /** Commits and releases the partition; the next owner may go on in the same files. */
  public void release() throws IOException {
    commit();
    journal.release();
  }

  @Override
  public void close() throws IOException {
    files.close();
    journal.close();
  }

  private boolean isSilent(OutputFileState host) {
    HostWriter writer = writers.get(host.key());
    boolean unchanged = writer == null || !pending.contains(writer);
    boolean whole = host.openLog() == OutputFileState.NO_LOG;
    return unchanged && whole && host.file() != null && rotation.isDue(host);
  }

  private HostWriter writer(OutputFileState host) {
    return writers.computeIfAbsent(host.key(), key -> new HostWriter(host, files));
  }

  private void appendAside(PartialLineFile partialLine, Chunk chunk) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(chunk.bytes(), chunk.from(), chunk.length());
    files.write(partialLine.file(), partialLine.length(), bytes);
    partialLine.grow(chunk.length());
  }

  private void appendPartialLines(HostWriter writer) throws IOException {
    OutputFileState host = writer.fileState();
    for (LogState log : host.logs()) {
      PartialLineFile partialLine = log.partialLine();
      if (partialLine != null) {
        if (host.file() == null) {
          rotate(writer);
        }
        if (host.openLog() != OutputFileState.NO_LOG) {
          writer.append(NEWLINE);
        }
        writer.append(partialLine);
        pending.deleteAfterwards(partialLine.file());
        log.partialLine(null);
        pending.add(writer, log);
        host.markOpenLine(log.id(), host.length() - partialLine.length());
      }
    }
  }

  /** Makes sure that there is a file, and that it ends where this log may go on. */
  private void makeAppendable(HostWriter writer, LogState log) throws IOException {
    OutputFileState host = writer.fileState();
    if (host.openLog() != OutputFileState.NO_LOG && host.openLog() != log.id()) {
      putAside(writer, host.log(host.openLog()));
    }
    if (host.openLog() == OutputFileState.NO_LOG && rotation.isDue(host)) {
      rotate(writer);
    }
  }

  /** The journal is told first that the open line is aside; then the file is cut. */
  private void putAside(HostWriter writer, LogState log) throws IOException {
    OutputFileState host = writer.fileState();
    PartialLineFile partialLine = partialLines.nextFile();
    writer.copyOpenLine(partialLine);
    log.partialLine(partialLine);
    pending.add(writer, log);
    host.length(host.lineStart());
    host.markOpenLine(OutputFileState.NO_LOG, 0);
    commit();
    files.truncate(writer.file(), host.length());
  }

  /** The journal is told the new file's name before a line is in it. */
  private void rotate(HostWriter writer) throws IOException {
    writer.write();
    OutputFileState host = writer.fileState();
    Path finished = host.file();
    rotation.beginFile(host);
    pending.add(writer);
    commit();
    if (finished != null) {
      files.release(finished);
      rotation.finish(finished);
    }
    finishedKeys.add(host.key());
  }

  private static void append(HostWriter writer, LogState log, Chunk chunk) throws IOException {
    OutputFileState host = writer.fileState();
    boolean atLineStart = host.openLog() == OutputFileState.NO_LOG;
    writer.append(chunk);
    if (!chunk.open()) {
      host.markOpenLine(OutputFileState.NO_LOG, 0);
    } else if (atLineStart || chunk.tail() < chunk.length()) {
      host.markOpenLine(log.id(), host.length() - chunk.tail());
    }
  }
}
