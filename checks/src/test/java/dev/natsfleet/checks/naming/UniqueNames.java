package dev.natsfleet.checks.naming;

import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A simple class name stands for one class in the whole repository, main and test: whoever reads or
 * searches it need not ask which one is meant.
 */
record UniqueNames(SourceTree sourceTree) {

  List<String> findings() {
    Map<String, List<Path>> places =
        Stream.of(SourceSet.values())
            .flatMap(set -> sourceTree.java(set).stream())
            .collect(Collectors.groupingBy(ClassNames::nameOf, TreeMap::new, Collectors.toList()));
    return places.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> "the name " + entry.getKey() + " has several classes: " + entry.getValue())
        .toList();
  }
}
