package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Directories of somebody's machine and hosts of package registries: they mean nothing to anyone
 * else, so no file names them.
 */
final class Places {
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.}\\])*~-])/(?:root|work|tmp|home/\\w+|Users/\\w+)/[\\w.]");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?:proxy|sum)\\.golang\\.org|repo1?\\.maven\\.(?:org|apache\\.org)|pypi\\.org|pythonhosted\\.org|\\b(?:artifactory|nexus)\\.");

  private Places() {}

  static List<String> findings(Tree tree) {
    return tree.files().stream()
        .filter(file -> !file.endsWith("go.sum"))
        .flatMap(file -> findings(file, tree.text(file)))
        .toList();
  }

  private static Stream<String> findings(Path file, String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> MACHINE.matcher(lines.get(i)).find() || REGISTRY.matcher(lines.get(i)).find())
        .mapToObj(
            i -> file + ":" + (i + 1) + ": names a place of one machine: " + lines.get(i).strip());
  }
}
