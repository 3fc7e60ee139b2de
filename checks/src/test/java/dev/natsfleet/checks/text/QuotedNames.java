package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import dev.natsfleet.checks.tree.TypeIndex;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Markdown page quotes is there: a name of two words or more is a class, or else a word that
 * some file beside the pages has (a reason, a call of AWS); a path leads to a file or directory.
 */
record QuotedNames(SourceTree sourceTree) {

  /** This page quotes AWS, not the tree. */
  private static final Path OF_AWS = Path.of("docs/aws-assumptions.md");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern NAME =
      Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z]\\w*)+)(?:[.#(<:][^`\n]*)?`");
  private static final Pattern PATH = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+)/?`");
  private static final Pattern FILE = Pattern.compile(".*\\.(java|md|ya?ml|txt|json|conf|xml)");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]+[A-Z]|[A-Z][a-z0-9]+[A-Z]\\w*");

  List<String> findings() {
    Set<String> names = new HashSet<>(TypeIndex.of(sourceTree).simpleNames());
    sourceTree.files().stream().filter(file -> !isPage(file)).forEach(file -> add(file, names));
    Set<String> tops =
        sourceTree.files().stream()
            .map(file -> file.getName(0).toString())
            .collect(Collectors.toSet());
    return sourceTree.files().stream()
        .filter(QuotedNames::isPage)
        .flatMap(page -> findings(page, names, tops))
        .toList();
  }

  private Stream<String> findings(Path page, Set<String> names, Set<String> tops) {
    String text = BLOCK.matcher(sourceTree.text(page)).replaceAll("");
    Stream<String> classes =
        quotes(NAME, text).filter(name -> !page.equals(OF_AWS) && !names.contains(name));
    Stream<String> paths =
        quotes(PATH, text)
            .filter(path -> tops.contains(Path.of(path).getName(0).toString()) || isFile(path))
            .filter(path -> !path.contains("/target"))
            .filter(path -> !sourceTree.has(Path.of(path)))
            .filter(path -> !sourceTree.has(page.resolveSibling(path)));
    return Stream.concat(classes, paths)
        .map(name -> page + ": quotes " + name + ", which is not there");
  }

  private static Stream<String> quotes(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult quote) -> quote.group(1));
  }

  private static boolean isFile(String path) {
    return FILE.matcher(path).matches();
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  /** Adds the words of a file, and how the status shows those of a constant. */
  private void add(Path file, Set<String> names) {
    WORD.matcher(sourceTree.text(file))
        .results()
        .map(MatchResult::group)
        .forEach(word -> names.add(word.contains("_") ? camelCase(word) : word));
  }

  private static String camelCase(String constant) {
    return Stream.of(constant.split("_"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
