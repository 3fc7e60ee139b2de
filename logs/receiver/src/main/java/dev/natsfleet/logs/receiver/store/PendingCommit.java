package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What changed since the last commit, and the commit itself: output files first, the journal then.
 */
final class PendingCommit {

  private final OwnershipCheck ownership;
  private final OpenFiles files;
  private final PartitionJournal journal;
  private final Set<HostWriter> changed = new LinkedHashSet<>();
  private final List<Path> obsolete = new ArrayList<>();
  private long bytes;

  PendingCommit(OwnershipCheck ownership, OpenFiles files, PartitionJournal journal) {
    this.ownership = ownership;
    this.files = files;
    this.journal = journal;
  }

  /** The output file, or what is known of it, has changed. */
  void add(HostWriter writer) {
    changed.add(writer);
  }

  /** A log in the output file has changed. */
  void add(HostWriter writer, LogState log) {
    changed.add(writer);
    writer.fileState().changed(log);
  }

  /** Bytes were appended. */
  void addBytes(long count) {
    bytes += count;
  }

  /** The journal does not need this file any more once it is committed. */
  void deleteAfterwards(Path file) {
    obsolete.add(file);
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return changed.isEmpty();
  }

  boolean contains(HostWriter writer) {
    return changed.contains(writer);
  }

  /** Makes everything durable, with a position up to which the stream need not be read again. */
  void commit(StreamPosition position) throws IOException {
    ownership.check();
    for (HostWriter writer : changed) {
      writer.write();
    }
    files.sync();
    for (HostWriter writer : changed) {
      writer.noteInode();
    }
    ownership.check();
    journal.commit(changed.stream().map(HostWriter::fileState).toList(), position);
    changed.forEach(writer -> writer.fileState().changed().clear());
    changed.clear();
    bytes = 0;
    deleteObsolete();
  }

  /**
   * An owner that was paused since the journal was written does not get here, and one that is
   * paused here deletes names that no other owner gives.
   */
  private void deleteObsolete() throws IOException {
    for (Path file : obsolete) {
      ownership.check();
      files.release(file);
      Files.deleteIfExists(file);
    }
    obsolete.clear();
  }
}
