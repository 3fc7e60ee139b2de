package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import dev.natsfleet.checks.tree.TypeIndex;
import java.util.List;
import java.util.regex.Pattern;

/** A test that a Markdown page quotes as a proof is there: {@code `LateWriterTest`}. */
record NamedTests(SourceTree sourceTree) {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");

  List<String> findings() {
    TypeIndex types = TypeIndex.of(sourceTree);
    return sourceTree.files().stream()
        .filter(file -> file.toString().endsWith(".md"))
        .flatMap(
            file ->
                TEST.matcher(sourceTree.text(file))
                    .results()
                    .map(test -> test.group(1))
                    .filter(test -> !types.simpleNames().contains(test))
                    .map(test -> file + ": names " + test + ", which is not there"))
        .toList();
  }
}
