package dev.natsfleet.logs.receiver.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are being written, by all partitions of a process: they are neither compressed nor
 * deleted. A file is in this set before it has a name in its directory, and until everything in it
 * is committed; so listing a directory first, and asking here then, finds every such file.
 */
public final class CurrentFiles {

  private final Map<Path, Set<Path>> files = new ConcurrentHashMap<>();

  /** The current files of the partition that has its journal in this directory. */
  public PartitionFiles of(Path partition) {
    return new PartitionFiles(partition);
  }

  /** Whether the file is being written. */
  public boolean contains(Path file) {
    return files.values().stream().anyMatch(paths -> paths.contains(file));
  }

  /** What identifies the files that are being written, whatever their paths. */
  public Set<Object> keys() throws IOException {
    Set<Object> keys = new HashSet<>();
    for (Set<Path> paths : files.values()) {
      for (Path path : paths) {
        keys.add(Objects.requireNonNullElse(InodeLookup.find(path), path));
      }
    }
    return keys;
  }

  /** Whether the partition with this directory has reported what it writes. */
  public boolean hasReported(Path partition) {
    return files.containsKey(partition);
  }

  /** The current files of one partition. */
  public final class PartitionFiles {

    private final Path partition;

    private PartitionFiles(Path partition) {
      this.partition = partition;
    }

    /** Replaces what was reported before. */
    public void replaceAll(Collection<Path> current) {
      Set<Path> set = ConcurrentHashMap.newKeySet();
      set.addAll(current);
      files.put(partition, set);
    }

    /** The file is written from now on. */
    public void add(Path file) {
      paths().add(file);
    }

    /** Nothing more is written to the file. */
    public void remove(Path file) {
      paths().remove(file);
    }

    private Set<Path> paths() {
      return files.computeIfAbsent(partition, path -> ConcurrentHashMap.newKeySet());
    }
  }
}
