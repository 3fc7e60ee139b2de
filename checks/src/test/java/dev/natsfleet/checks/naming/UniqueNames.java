package dev.natsfleet.checks.naming;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreeScanner;
import dev.natsfleet.checks.tree.ParsedFile;
import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A simple class name stands for one class in the whole repository, main and test: whoever reads or
 * searches it need not ask which one is meant. Nested types may share a name with one another, and
 * not with a class that has a file of its own.
 */
record UniqueNames(SourceTree sourceTree) {

  List<String> findings() {
    Map<String, List<Path>> places =
        Stream.of(SourceSet.values())
            .flatMap(set -> sourceTree.java(set).stream())
            .collect(Collectors.groupingBy(ClassNames::nameOf, TreeMap::new, Collectors.toList()));
    Stream<String> several =
        places.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(
                entry ->
                    "the name " + entry.getKey() + " has several classes: " + entry.getValue());
    Stream<String> nested =
        ParsedFile.of(sourceTree, places.values().stream().flatMap(List::stream).toList()).stream()
            .flatMap(file -> nestedTypes(file).map(name -> finding(file.path(), name, places)))
            .flatMap(Optional::stream);
    return Stream.concat(several, nested).toList();
  }

  private static Optional<String> finding(
      Path file, String nested, Map<String, List<Path>> places) {
    return Optional.ofNullable(places.get(nested))
        .filter(owners -> !owners.contains(file))
        .map(owners -> "the nested type " + nested + " of " + file + " has the name of " + owners);
  }

  private static Stream<String> nestedTypes(ParsedFile file) {
    Stream.Builder<String> names = Stream.builder();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        names.add(type.getSimpleName().toString());
        return super.visitClass(type, null);
      }
    }.scan(file.unit(), null);
    return names.build();
  }
}
