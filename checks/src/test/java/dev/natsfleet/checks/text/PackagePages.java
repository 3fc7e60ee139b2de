package dev.natsfleet.checks.text;

import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import dev.natsfleet.checks.tree.TypeIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every package of main code has a page that names its way in and its way out, and what a page
 * names is there: {@code @link} leads to a class and its member, and a class name in {@code @code}
 * is that of a class.
 */
record PackagePages(SourceTree sourceTree, TypeIndex types) {
  private static final String PAGE = "package-info.java";
  private static final List<String> WAYS = List.of("way in", "way out");
  private static final Pattern LINK = Pattern.compile("\\{@link ([\\w.]+)(?:#(\\w+))?[^}]*}");
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\{@code ([A-Z][a-z0-9]+\\w*)(?:[.#]\\w+)?}");

  PackagePages(SourceTree sourceTree) {
    this(sourceTree, TypeIndex.of(sourceTree));
  }

  List<String> findings() {
    Stream<String> missing =
        sourceTree.java(SourceSet.MAIN).stream()
            .map(file -> file.resolveSibling(PAGE))
            .distinct()
            .flatMap(this::missing);
    Stream<String> broken =
        sourceTree.files().stream().filter(file -> file.endsWith(PAGE)).flatMap(this::broken);
    return Stream.concat(missing, broken).toList();
  }

  private Stream<String> missing(Path page) {
    if (!sourceTree.has(page)) {
      return Stream.of(page + ": the package has no page");
    }
    String text = text(page).toLowerCase(Locale.ROOT);
    return WAYS.stream()
        .filter(way -> !text.contains(way))
        .map(way -> page + ": the page does not name the " + way);
  }

  private Stream<String> broken(Path page) {
    Stream<String> links =
        LINK.matcher(text(page))
            .results()
            .filter(link -> !leadsSomewhere(link.group(1), Optional.ofNullable(link.group(2))))
            .map(link -> page + ": " + link.group() + " leads nowhere");
    Stream<String> names =
        CLASS_NAME
            .matcher(text(page))
            .results()
            .filter(name -> !types.simpleNames().contains(name.group(1)))
            .map(name -> page + ": " + name.group() + " is no class");
    return Stream.concat(links, names);
  }

  private boolean leadsSomewhere(String target, Optional<String> member) {
    if (!target.startsWith("dev.")) {
      return isOfJava(target);
    }
    return Stream.iterate(target, name -> name.contains("."), PackagePages::outer)
        .filter(types.files()::containsKey)
        .findFirst()
        .filter(name -> has(name, target.substring(name.length()).replace(".", ""), member))
        .isPresent();
  }

  private boolean has(String type, String nested, Optional<String> member) {
    String text = sourceTree.text(types.files().getOrDefault(type, Path.of(PAGE)));
    return (nested.isEmpty() || types.simpleNames().contains(nested))
        && text.contains(nested)
        && member.filter(name -> !text.matches("(?s).*\\b" + name + "\\b.*")).isEmpty();
  }

  private static String outer(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static boolean isOfJava(String name) {
    try {
      Class.forName(name.startsWith("java.") ? name : "java.lang." + name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The text of a page with its comment's lines joined. */
  private String text(Path page) {
    return sourceTree.text(page).replaceAll("\\R \\* ?", " ");
  }
}
