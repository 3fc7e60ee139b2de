package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The decision pages have one form, and the index in their directory lists them by number. */
record DecisionPages(SourceTree sourceTree) {
  private static final Path DIRECTORY = Path.of("docs/decisions");
  private static final Path INDEX = DIRECTORY.resolve("README.md");
  private static final Pattern LISTED = Pattern.compile("\\]\\((\\d{3}-[^)]*)\\)");
  private static final Pattern FORM =
      Pattern.compile(
          "# (\\d{3}): [^\n]+\n\n\\*\\*Status:\\*\\* (?:accepted|superseded by \\d{3})\\. "
              + "\\*\\*Date:\\*\\* \\d{4}-\\d{2}-\\d{2}\\.\n"
              + ".*\n## Context\n.*\n## Decision\n.*\n## Consequences\n.*",
          Pattern.DOTALL);

  List<String> findings() {
    return Stream.concat(pages().flatMap(this::findings), disorder()).toList();
  }

  private Stream<String> disorder() {
    List<String> listed =
        sourceTree.has(INDEX)
            ? LISTED.matcher(sourceTree.text(INDEX)).results().map(page -> page.group(1)).toList()
            : List.of();
    return listed.equals(listed.stream().sorted().toList())
        ? Stream.of()
        : Stream.of(INDEX + ": the pages are not listed by number: " + listed);
  }

  Stream<Path> pages() {
    return sourceTree.files().stream()
        .filter(file -> file.startsWith(DIRECTORY) && !file.equals(INDEX));
  }

  private Stream<String> findings(Path page) {
    var form = FORM.matcher(sourceTree.text(page));
    boolean isNumbered = form.matches() && page.getFileName().toString().startsWith(form.group(1));
    boolean isListed =
        sourceTree.has(INDEX)
            && sourceTree.text(INDEX).contains("](" + page.getFileName().toString() + ")");
    return Stream.concat(
        isNumbered ? Stream.of() : Stream.of(page + ": not of the form in " + INDEX),
        isListed ? Stream.of() : Stream.of(page + ": not in the table of " + INDEX));
  }
}
