package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import dev.natsfleet.checks.tree.TypeIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The walks through the code in the page of the architecture: each is short enough to be walked,
 * and every hop begins with a class that is there.
 */
record Walks(SourceTree sourceTree) {
  static final Path PAGE = Path.of("docs/architecture.md");

  private static final int MOST_HOPS = 13;
  private static final Pattern WALK =
      Pattern.compile("(?s)<!-- walk: ([^>]+) -->(.*?)<!-- end of walk -->");
  private static final Pattern HOP = Pattern.compile("(?m)^\\d+\\. .*(?:\n {3}.*)*");
  private static final Pattern QUOTE = Pattern.compile("`([A-Z][a-z]\\w*)(?:[.#(][^`]*)?`");

  List<String> findings() {
    Set<String> types = TypeIndex.of(sourceTree).simpleNames();
    return walks().flatMap(walk -> findings(walk.group(1), walk.group(2), types)).toList();
  }

  List<String> names() {
    return walks().map(walk -> walk.group(1)).toList();
  }

  private Stream<MatchResult> walks() {
    return WALK.matcher(sourceTree.text(PAGE)).results();
  }

  private static Stream<String> findings(String walk, String text, Set<String> types) {
    List<String> hops = HOP.matcher(text).results().map(MatchResult::group).toList();
    Stream<String> tooLong =
        hops.size() > MOST_HOPS ? Stream.of(walk + " has " + hops.size() + " hops") : Stream.of();
    return Stream.concat(tooLong, hops.stream().flatMap(hop -> gone(walk, hop, types)));
  }

  private static Stream<String> gone(String walk, String hop, Set<String> types) {
    List<String> quoted =
        QUOTE.matcher(hop).results().map((MatchResult quote) -> quote.group(1)).toList();
    return quoted.isEmpty()
        ? Stream.of(walk + ": no class in the hop " + hop)
        : quoted.stream()
            .filter(name -> !types.contains(name) && !name.equals("UpdateItem")) // DynamoDB's call
            .map(name -> walk + ": " + name + " is not there");
  }
}
