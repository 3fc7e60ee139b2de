package dev.natsfleet.local.smoke;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The duration of each step in seconds, printed after each step and as one line of JSON at the end.
 */
final class StepTimings {

  private final PrintStream out;
  private final Map<String, Duration> steps = new LinkedHashMap<>();
  private final List<String> tooSlow = new ArrayList<>();

  StepTimings(PrintStream out) {
    this.out = out;
  }

  /** Runs a step and records its duration. */
  void time(String step, Runnable work) {
    measure(
        step,
        () -> {
          long start = System.nanoTime();
          work.run();
          return Duration.ofNanos(System.nanoTime() - start);
        });
  }

  /** Runs a step that measures its own duration. */
  void measure(String step, Supplier<Duration> work) {
    record(step, work.get());
  }

  /** Records and prints a duration. */
  void record(String step, Duration took) {
    steps.put(step, took);
    out.printf(Locale.ROOT, "%8s s  %s%n", seconds(took), step);
  }

  /** Compares a step's duration with its limit; later steps run regardless. */
  void requireWithin(String step, Duration limit) {
    Duration took = steps.getOrDefault(step, Duration.ofDays(1));
    if (took.compareTo(limit) > 0) {
      tooSlow.add(step + " took " + seconds(took) + " s, more than " + seconds(limit) + " s");
    }
  }

  /** One message per step that took longer than its limit. */
  List<String> tooSlow() {
    return List.copyOf(tooSlow);
  }

  /** {@code {"step": seconds, …}} in the order of the steps. */
  String json() {
    return steps.entrySet().stream()
        .map(step -> "\"" + step.getKey() + "\": " + seconds(step.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.2f", took.toMillis() / 1000.0);
  }
}
