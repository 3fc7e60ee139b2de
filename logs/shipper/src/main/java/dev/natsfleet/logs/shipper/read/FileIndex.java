package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the generation that a file belongs to, by device and inode: a hash table with open
 * addressing, which needs few bytes for each generation, because there may be very many. A later
 * generation of the same inode takes the place of an earlier one.
 */
final class FileIndex {

  private static final int LEAST = 64;
  private static final long SPREAD =
      0x9E3779B97F4A7C15L; // spreads neighbouring inodes over the table

  private @Nullable FileKey[] keys = new @Nullable FileKey[LEAST];
  private @Nullable Generation[] owners = new @Nullable Generation[LEAST];
  private int size;

  /** The generation that the file belongs to; null when there is none. */
  @Nullable Generation find(FileKey key) {
    Generation owner = owners[place(key)];
    return owner != null && owner.identity().key().matches(key) ? owner : null;
  }

  void add(Generation generation) {
    put(generation.identity().key(), generation);
    if (size > keys.length / 2) {
      resize();
    }
  }

  void remove(Generation generation) {
    int at = place(generation.identity().key());
    if (owners[at] == generation) {
      clear(at);
      moveUp(at);
    }
  }

  private void put(FileKey key, @Nullable Generation owner) {
    int at = place(key);
    size += keys[at] == null ? 1 : 0;
    keys[at] = key;
    owners[at] = owner;
  }

  private void clear(int at) {
    keys[at] = null;
    owners[at] = null;
    size--;
  }

  /** Puts the entries behind a free place anew, because they may belong there. */
  private void moveUp(int free) {
    int at = next(free);
    FileKey key = keys[at];
    while (key != null) {
      Generation owner = owners[at];
      clear(at);
      put(key, owner);
      at = next(at);
      key = keys[at];
    }
  }

  private void resize() {
    @Nullable FileKey[] keysBefore = keys;
    @Nullable Generation[] ownersBefore = owners;
    keys = new @Nullable FileKey[keysBefore.length * 2];
    owners = new @Nullable Generation[keys.length];
    size = 0;
    for (int i = 0; i < keysBefore.length; i++) {
      FileKey key = keysBefore[i];
      if (key != null) {
        put(key, ownersBefore[i]);
      }
    }
  }

  /** Where an inode is, or would be. */
  private int place(FileKey key) {
    int at = Long.hashCode((key.inode() + key.device()) * SPREAD) & (keys.length - 1);
    FileKey there = keys[at];
    while (there != null && !there.isInode(key)) {
      at = next(at);
      there = keys[at];
    }
    return at;
  }

  private int next(int at) {
    return (at + 1) & (keys.length - 1);
  }

  /** Whether the file at a path is that of a generation of another log, or of one at all. */
  boolean isFileOfAnother(Path path, @Nullable TrackedLog log, FileKey key) throws IOException {
    Generation owner = find(key);
    return owner != null
        && (log == null || owner.log() != log.name())
        && GenerationFinder.isFileOf(path, key, owner);
  }
}
