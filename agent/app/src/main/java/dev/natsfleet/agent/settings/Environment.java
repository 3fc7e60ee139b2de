package dev.natsfleet.agent.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads variables one by one, and remembers which were asked for and what was wrong with them. */
final class Environment {

  private static final String PREFIX = "NATSFLEET_";

  private final Map<String, String> variables;
  private final Set<String> known = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  <T> T read(String key, String otherwise, Function<String, T> parse) {
    known.add(key);
    String value = variables.getOrDefault(key, otherwise);
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      problems.add(key + "='" + value + "': " + e.getMessage());
      return parse.apply(otherwise);
    }
  }

  /** Throws if anything was wrong, or if there are variables of ours that nobody asked for. */
  void check() {
    variables.keySet().stream()
        .filter(key -> key.startsWith(PREFIX) && !known.contains(key))
        .sorted()
        .forEach(
            key ->
                problems.add(key + " is unknown; known are " + known.stream().sorted().toList()));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }
}
