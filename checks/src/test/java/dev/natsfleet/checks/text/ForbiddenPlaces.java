package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds directories of one machine and hosts of package registries; no file may name them, because
 * they mean nothing to other people.
 */
final class ForbiddenPlaces {
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.}\\])*~-])/(?:root|work|tmp|home/\\w+|Users/\\w+)/[\\w.]");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?:proxy|sum)\\.golang\\.org|repo1?\\.maven\\.(?:org|apache\\.org)|pypi\\.org|pythonhosted\\.org|\\b(?:artifactory|nexus)\\.");

  private ForbiddenPlaces() {}

  static List<String> findings(SourceTree sourceTree) {
    return sourceTree.files().stream()
        .filter(file -> !file.endsWith("go.sum"))
        .flatMap(file -> findings(file, sourceTree.text(file)))
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
