package dev.natsfleet.logs.shipper.files;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The paths and glob patterns of the logs to ship. A packed file that matches a glob is no log. */
public final class Globs {

  private final List<Glob> globs;
  private final DirectoryEntries entries = new DirectoryEntries();

  /** Parses paths and patterns; relative ones start at the working directory. */
  public Globs(List<String> patterns) {
    globs = patterns.stream().map(Glob::parse).toList();
  }

  /**
   * Lists the paths that may match now: those with wildcards may list others of their directories,
   * which the caller has to ask {@link #isMatch} about. A path may be listed twice. A directory
   * that cannot be listed is reported once, and does not keep the others from being listed.
   */
  public void list(Consumer<Path> candidate) {
    Glob.Expansion expansion = new Glob.Expansion(entries, directory -> {}, Optional.of(candidate));
    globs.forEach(glob -> glob.expand(expansion));
    entries.forgetUnlisted();
  }

  /** Whether a path is one of a log. */
  public boolean isMatch(Path path) {
    return globs.stream().anyMatch(glob -> glob.isMatch(path));
  }

  /** Whether a directory of this name may have logs, at any depth. */
  public boolean isDirectoryOfLogs(Path directory) {
    return globs.stream().anyMatch(glob -> glob.mayLeadThrough(directory));
  }

  /**
   * Whether what had this name was a directory that may have logs, if it was no log: where only
   * {@code **} stands for the name, it may have been any file.
   */
  public boolean isNameOfDirectory(Path gone) {
    return globs.stream().anyMatch(glob -> glob.mayLeadByName(gone) || glob.isMatch(gone))
        && isDirectoryOfLogs(gone);
  }

  /** Whether a path is named without any wildcard. */
  public boolean isName(Path path) {
    return globs.stream().anyMatch(glob -> glob.isName() && glob.isMatch(path));
  }

  /** The directories that have to be watched now. */
  public Set<Path> directories() {
    Set<Path> found = new HashSet<>();
    Glob.Expansion expansion = new Glob.Expansion(entries, found::add, Optional.empty());
    globs.forEach(glob -> glob.expand(expansion));
    return found;
  }
}
