package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The glossary's table: a word, its meaning, and where it lives. The last column names paths of the
 * repository and classes below them; each is there.
 */
record Glossary(SourceTree sourceTree) {
  static final Path PAGE = Path.of("docs/glossary.md");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\*\\*(.+?)\\*\\* \\|.*\\|(.*)\\|$");
  private static final Pattern PATH = Pattern.compile("`([\\w.-]+/[\\w./-]*|crds|bench|client)`");
  private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`");

  List<String> findings() {
    return rows().flatMap(row -> findings(row.group(1), row.group(2))).toList();
  }

  List<String> words() {
    return rows().map(row -> row.group(1)).toList();
  }

  private Stream<MatchResult> rows() {
    return ROW.matcher(sourceTree.text(PAGE)).results();
  }

  private Stream<String> findings(String word, String places) {
    List<Path> paths = PATH.matcher(places).results().map(path -> Path.of(path.group(1))).toList();
    Stream<String> none =
        paths.isEmpty() ? Stream.of(PAGE + ": " + word + " has no place") : Stream.of();
    Stream<String> gone =
        paths.stream()
            .filter(path -> !sourceTree.has(path))
            .map(path -> PAGE + ": " + word + " lives in " + path + ", which is not there");
    Stream<String> classes =
        CLASS_NAME
            .matcher(places)
            .results()
            .map(name -> name.group(1))
            .filter(name -> !hasClass(paths, name))
            .map(name -> PAGE + ": " + word + " names " + name + ", no class of " + paths);
    return Stream.of(none, gone, classes).flatMap(found -> found);
  }

  private boolean hasClass(List<Path> paths, String name) {
    return sourceTree.files().stream()
        .anyMatch(
            file -> file.endsWith(name + ".java") && paths.stream().anyMatch(file::startsWith));
  }
}
