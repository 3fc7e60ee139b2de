package dev.natsfleet.checks.tree;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The types of a tree.
 *
 * @param files each top-level type's file, by the type's full name
 * @param simpleNames of all types, nested ones too
 */
public record TypeIndex(Map<String, Path> files, Set<String> simpleNames) {
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");

  public TypeIndex {
    files = Map.copyOf(files);
    simpleNames = Set.copyOf(simpleNames);
  }

  /** Reads the main and test files of a tree. */
  public static TypeIndex of(SourceTree sourceTree) {
    Map<String, Path> files = new HashMap<>();
    Set<String> simpleNames = new HashSet<>();
    Stream.of(SourceSet.values())
        .flatMap(set -> sourceTree.java(set).stream())
        .forEach(
            file -> {
              files.put(fullName(file), file);
              DECLARED
                  .matcher(sourceTree.text(file))
                  .results()
                  .forEach((MatchResult type) -> simpleNames.add(type.group(1)));
            });
    return new TypeIndex(files, simpleNames);
  }

  private static String fullName(Path file) {
    return file.toString()
        .replaceFirst(".*src/(?:main|test)/java/", "")
        .replaceFirst("\\.java$", "")
        .replace('/', '.');
  }
}
