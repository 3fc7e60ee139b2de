package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks that every path in the README's tables exists; a path is written as code and has a slash.
 */
record ReadmeTable(SourceTree sourceTree) {
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|\\s*$");
  private static final Pattern PATH = Pattern.compile("`([\\w.-]+/[\\w./-]*)`");

  List<String> findings() {
    return paths().stream()
        .filter(path -> !sourceTree.has(Path.of(path)))
        .map(path -> "README.md: the table names " + path + ", which is not there")
        .toList();
  }

  List<String> paths() {
    return ROW.matcher(sourceTree.text(Path.of("README.md")))
        .results()
        .flatMap(row -> PATH.matcher(row.group()).results())
        .map(path -> path.group(1))
        .toList();
  }
}
