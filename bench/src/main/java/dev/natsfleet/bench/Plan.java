package dev.natsfleet.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param lines of a race, a backlog, a recovery
 * @param rounds of the race
 * @param seconds of the measurements that take a given time
 * @param only the parts to run
 * @param fshipper directory with fshipper's two programs
 */
record Plan(long lines, int rounds, long seconds, List<String> only, Optional<Path> fshipper) {

  static final List<String> PARTS = List.of("race", "backlog", "latency", "rest", "resume", "soak");

  private static final Set<String> NAMES = Set.of("lines", "rounds", "seconds", "only", "fshipper");

  /** Reads {@code name=value} pairs. */
  static Plan of(String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      if (pair.length < 2 || !NAMES.contains(pair[0])) {
        throw new IllegalArgumentException(argument + " is not <name>=<value>, names: " + NAMES);
      }
      values.put(pair[0], pair[1]);
    }
    List<String> only = List.of(values.getOrDefault("only", String.join(",", PARTS)).split(",", 0));
    if (!PARTS.containsAll(only)) {
      throw new IllegalArgumentException("only=" + only + " is not among " + PARTS);
    }
    return new Plan(
        Long.parseLong(values.getOrDefault("lines", "1000000")),
        Integer.parseInt(values.getOrDefault("rounds", "3")),
        Long.parseLong(values.getOrDefault("seconds", "30")),
        only,
        Optional.ofNullable(values.get("fshipper")).filter(v -> !v.isEmpty()).map(Path::of));
  }
}
