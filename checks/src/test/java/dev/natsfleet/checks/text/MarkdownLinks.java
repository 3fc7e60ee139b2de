package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the links between Markdown pages: the target file and the heading exist. */
record MarkdownLinks(SourceTree sourceTree) {
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");

  List<String> findings() {
    return pages().flatMap(this::findings).toList();
  }

  private Stream<Path> pages() {
    return sourceTree.files().stream().filter(file -> file.toString().endsWith(".md"));
  }

  private Stream<String> findings(Path page) {
    return LINK.matcher(CODE.matcher(sourceTree.text(page)).replaceAll(""))
        .results()
        .filter(link -> !resolves(page, link.group(1), link.group(2)))
        .map(link -> page + ": the link " + link.group() + " leads nowhere");
  }

  private boolean resolves(Path page, String path, @Nullable String heading) {
    Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    return sourceTree.has(target) && (heading == null || anchors(target).anyMatch(heading::equals));
  }

  private Stream<String> anchors(Path page) {
    return HEADING
        .matcher(sourceTree.text(page))
        .results()
        .map(heading -> anchor(heading.group(1)));
  }

  /** GitHub's anchor of a heading: lower case, punctuation dropped, blanks as hyphens. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
