package dev.natsfleet.logs.tail;

import org.jspecify.annotations.Nullable;

/**
 * Which generation a file belongs to: a table of generations by device and inode, which costs a few
 * bytes for each, as there may be very many. A place that is taken passes on to the next.
 */
final class Owners {

  private static final int LEAST = 64;
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // makes neighbours strangers

  private @Nullable FileKey[] keys = new @Nullable FileKey[LEAST];
  private @Nullable Generation[] owners = new @Nullable Generation[LEAST];
  private int size;

  @Nullable Generation find(FileKey key) {
    Generation owner = owners[place(key)];
    return owner != null && owner.key().matches(key) ? owner : null;
  }

  void add(Generation generation) {
    put(generation.key(), generation);
    if (size > keys.length / 2) {
      resize();
    }
  }

  void remove(Generation generation) {
    int at = place(generation.key());
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

  /** Those that stand behind a place that became free may belong there. */
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
}
