package dev.natsfleet.logs.tail;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which generation a file belongs to. */
final class Owners {

  private final Map<Inode, Generation> owners = new HashMap<>();

  @Nullable Generation find(FileKey key) {
    Generation owner = owners.get(Inode.of(key));
    return owner != null && owner.key().matches(key) ? owner : null;
  }

  void add(Generation generation) {
    owners.put(Inode.of(generation.key()), generation);
  }

  void remove(Generation generation) {
    owners.remove(Inode.of(generation.key()), generation);
  }

  private record Inode(long device, long inode) {
    static Inode of(FileKey key) {
      return new Inode(key.device(), key.inode());
    }
  }
}
