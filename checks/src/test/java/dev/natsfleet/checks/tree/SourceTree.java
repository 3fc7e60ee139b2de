package dev.natsfleet.checks.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source tree: its root and the files that belong to it, relative to the root. Build products do
 * not belong to it.
 */
public record SourceTree(Path root, List<Path> files) {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  public SourceTree {
    files = List.copyOf(files);
  }

  /** The tree of this build: files that git tracks, and new files that it does not ignore. */
  public static SourceTree ofBuild() {
    return ofGit(
        Path.of(
            Objects.requireNonNull(
                System.getProperty("natsfleet.root"), "natsfleet.root is not set")));
  }

  /** Every file below {@code root}. */
  public static SourceTree ofDirectory(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return new SourceTree(
          root, files.filter(Files::isRegularFile).map(root::relativize).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceTree ofGit(Path root) {
    String listed = Git.run(root, "ls-files", "--cached", "--others", "--exclude-standard");
    return new SourceTree(
        root,
        listed
            .lines()
            .map(Path::of)
            .filter(file -> Files.isRegularFile(root.resolve(file)))
            .toList());
  }

  /** The modules that the root pom names, as paths. */
  public List<String> modules() {
    return MODULE
        .matcher(text(Path.of("pom.xml")))
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  /** Java files of one source set, without the package descriptions. */
  public List<Path> java(SourceSet set) {
    return files.stream()
        .filter(file -> file.toString().contains(set.directory()))
        .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
        .toList();
  }

  /** The text of a file of this tree. Bytes that are not UTF-8 are replaced. */
  public String text(Path file) {
    try {
      return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the tree has a file or directory at this path. */
  public boolean has(Path path) {
    Path wanted = path.normalize();
    return files.stream().anyMatch(file -> file.startsWith(wanted)) || wanted.toString().isEmpty();
  }
}
