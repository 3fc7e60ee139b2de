package dev.natsfleet.checks.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A graph as Mermaid text. An arrow is left out where a longer way leads to the same place: what is
 * left is what a reader must know.
 */
record MermaidGraph(Map<String, Set<String>> arrows, UnaryOperator<String> label) {

  String render() {
    String nodes =
        arrows.keySet().stream()
            .map(name -> "  " + id(name) + "[\"" + label.apply(name) + "\"]\n")
            .collect(Collectors.joining());
    String lines =
        arrows.entrySet().stream()
            .flatMap(
                from ->
                    from.getValue().stream()
                        .filter(to -> !hasLongerWay(from.getKey(), to))
                        .map(to -> "  " + id(from.getKey()) + " --> " + id(to) + "\n"))
            .collect(Collectors.joining());
    return "```mermaid\nflowchart TD\n" + nodes + lines + "```\n";
  }

  private boolean hasLongerWay(String from, String to) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(arrows.getOrDefault(from, Set.of()));
    next.remove(to);
    while (!next.isEmpty()) {
      String name = next.pop();
      if (!name.equals(from) && reached.add(name)) {
        next.addAll(arrows.getOrDefault(name, Set.of()));
      }
    }
    return reached.contains(to);
  }

  private static String id(String name) {
    return name.replaceAll("\\W", "_");
  }
}
