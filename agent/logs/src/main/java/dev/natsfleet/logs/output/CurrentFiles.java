package dev.natsfleet.logs.output;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are being written, by all partitions of a process: nobody may pack or delete them. A
 * file is in here before it has a name in its directory, and until everything in it is committed;
 * so who lists a directory first and asks here then, finds no file that is being written.
 */
public final class CurrentFiles {

  private final Map<Path, Set<Path>> files = new ConcurrentHashMap<>();

  /** Those of the partition with this directory of its own. */
  public Own of(Path partition) {
    return new Own(partition);
  }

  /** Whether somebody writes the file. */
  public boolean contains(Path file) {
    return files.values().stream().anyMatch(own -> own.contains(file));
  }

  /** Whether the partition with this directory has said once what it writes. */
  public boolean knows(Path partition) {
    return files.containsKey(partition);
  }

  /** One partition's. */
  public final class Own {

    private final Path partition;

    private Own(Path partition) {
      this.partition = partition;
    }

    /** Forgets what was said before: these are written. */
    public void only(Collection<Path> current) {
      Set<Path> set = ConcurrentHashMap.newKeySet();
      set.addAll(current);
      files.put(partition, set);
    }

    /** This one is written from now on. */
    public void begin(Path file) {
      own().add(file);
    }

    /** Nothing more is written to this one. */
    public void end(Path file) {
      own().remove(file);
    }

    private Set<Path> own() {
      return files.computeIfAbsent(partition, path -> ConcurrentHashMap.newKeySet());
    }
  }
}
