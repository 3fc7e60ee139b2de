package dev.natsfleet.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which benchmarks to run, and how large.
 *
 * @param lines number of lines for the comparison, the backlog and the recovery
 * @param rounds number of rounds of the comparison
 * @param seconds length of the benchmarks that run for a given time
 * @param only names of the benchmarks to run
 * @param fshipper directory with fshipper's two programs; empty leaves fshipper out
 */
record BenchmarkPlan(
    long lines, int rounds, long seconds, List<String> only, Optional<Path> fshipper) {

  static final List<String> PARTS = List.of("race", "backlog", "latency", "rest", "resume", "soak");

  private static final Set<String> NAMES = Set.of("lines", "rounds", "seconds", "only", "fshipper");

  /** Reads {@code name=value} pairs. */
  static BenchmarkPlan of(String... arguments) {
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
    return new BenchmarkPlan(
        Long.parseLong(values.getOrDefault("lines", "1000000")),
        Integer.parseInt(values.getOrDefault("rounds", "3")),
        Long.parseLong(values.getOrDefault("seconds", "30")),
        only,
        Optional.ofNullable(values.get("fshipper")).filter(v -> !v.isEmpty()).map(Path::of));
  }
}
