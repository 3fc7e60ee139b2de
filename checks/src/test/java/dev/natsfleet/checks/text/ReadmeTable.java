package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The README's tables name paths of the repository in code style with a slash: each is there. */
record ReadmeTable(Tree tree) {
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|\\s*$");
  private static final Pattern PATH = Pattern.compile("`([\\w.-]+/[\\w./-]*)`");

  List<String> findings() {
    return paths().stream()
        .filter(path -> !tree.has(Path.of(path)))
        .map(path -> "README.md: the table names " + path + ", which is not there")
        .toList();
  }

  List<String> paths() {
    return ROW.matcher(tree.text(Path.of("README.md")))
        .results()
        .flatMap(row -> PATH.matcher(row.group()).results())
        .map(path -> path.group(1))
        .toList();
  }
}
