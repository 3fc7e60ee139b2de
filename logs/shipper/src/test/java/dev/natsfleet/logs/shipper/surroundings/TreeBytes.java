package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.shipper.identity.Fingerprint;
import java.io.IOException;
import java.util.function.ToLongFunction;

/** Writers that do not write whole lines behind whole lines. */
final class TreeBytes {

  private final ChangingTree tree;
  private final TreeActions actions;
  private final ToLongFunction<WrittenFile> readBefore;

  /**
   * Writers in a tree.
   *
   * @param readBefore before which offset of a file the shipper has read something
   */
  TreeBytes(ChangingTree tree, TreeActions actions, ToLongFunction<WrittenFile> readBefore) {
    this.tree = tree;
    this.actions = actions;
    this.readBefore = readBefore;
  }

  void begin(String log) throws IOException {
    WrittenFile file = actions.file(log);
    if (file != null) {
      tree.begin(file, actions.next(log, false, file.isRenamed()));
      actions.spare(WrittenLine.REST.stream().mapToInt(String::length).sum());
    }
  }

  void finish(String log) throws IOException {
    WrittenFile file = actions.file(log);
    if (file != null) {
      tree.finish(file);
    }
  }

  /**
   * What was read is not read again. The file may be sent anew, behind a loss, if something of it
   * was read, and what is overwritten was read or is one of the first bytes that are known.
   */
  void overwrite(int fromEnd, String log) throws IOException {
    WrittenFile file = actions.file(log);
    if (file != null && file.lines().size() >= fromEnd) {
      WrittenLine line = file.lines().get(file.lines().size() - fromEnd);
      long position = readBefore.applyAsLong(file);
      boolean read = file.offset(line) < position;
      boolean known = position > 0 && file.offset(line) < Fingerprint.MAX;
      WrittenLine other = actions.next(line.origin(), true, true);
      file.replace(line, other, read || known);
      tree.overwrite(file, other);
      file.logs().forEach(actions::harm);
      if (read || known) {
        file.markOverwritten();
      }
      if (read) {
        file.lines().remove(other);
      }
    }
  }
}
