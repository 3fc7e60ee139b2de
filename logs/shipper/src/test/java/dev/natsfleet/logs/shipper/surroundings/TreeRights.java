package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shipper may read. The rights hold while it acts, and not for those who change the tree.
 */
final class TreeRights {

  private static final String NONE = "---------";

  private final ChangingTree tree;
  private final SimulatedKernel kernel;
  private final Map<WrittenFile, String> files = new HashMap<>();
  private final Map<Path, String> directories = new HashMap<>();

  /** Something that the shipper does. */
  @FunctionalInterface
  interface Act {
    void run() throws Exception;
  }

  TreeRights(ChangingTree tree, SimulatedKernel kernel) {
    this.tree = tree;
    this.kernel = kernel;
  }

  void close(String log) throws IOException {
    WrittenFile file = tree.place(log).map(tree::at).orElse(null);
    if (file != null) {
      files.put(file, NONE);
      tell(tree.place(log).orElseThrow());
    }
  }

  void open(String log) throws IOException {
    WrittenFile file = tree.place(log).map(tree::at).orElse(null);
    if (file != null) {
      files.remove(file);
      tell(tree.place(log).orElseThrow());
    }
  }

  void limit(String directory, String permissions) throws IOException {
    directories.put(tree.root().resolve(directory), permissions);
    tell(tree.root().resolve(directory));
  }

  void openDirectory(String directory) throws IOException {
    directories.remove(tree.root().resolve(directory));
    tell(tree.root().resolve(directory));
  }

  /** The shipper may read everything from now on. */
  void openAll() {
    files.clear();
    directories.clear();
  }

  /** Does something with these rights. */
  void run(Act act) throws Exception {
    List<Path> changed = new ArrayList<>();
    OrdinaryUser user = new OrdinaryUser();
    try {
      for (Map.Entry<Path, WrittenFile> file : tree.named().entrySet()) {
        set(file.getKey(), files.get(file.getValue()), changed);
      }
      for (Path directory :
          directories.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
        set(directory, directories.get(directory), changed);
      }
      act.run();
    } finally {
      user.restore();
      for (Path path : changed.reversed()) {
        boolean directory = Files.isDirectory(path);
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(directory ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static void set(Path path, @Nullable String permissions, List<Path> changed)
      throws IOException {
    if (permissions != null && Files.exists(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
      changed.add(path);
    }
  }

  /** A change of permissions is told as a write. */
  private void tell(Path path) throws IOException {
    if (Files.exists(path)) {
      kernel.changed(path, StandardWatchEventKinds.ENTRY_MODIFY);
    }
  }
}
