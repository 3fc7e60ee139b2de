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

/** The seconds that each step took, told as they come and in one line of JSON at the end. */
final class Scorecard {

  private final PrintStream out;
  private final Map<String, Duration> steps = new LinkedHashMap<>();
  private final List<String> tooSlow = new ArrayList<>();

  Scorecard(PrintStream out) {
    this.out = out;
  }

  /** Runs a step and notes how long it took. */
  void time(String step, Runnable work) {
    measure(
        step,
        () -> {
          long start = System.nanoTime();
          work.run();
          return Duration.ofNanos(System.nanoTime() - start);
        });
  }

  /** Runs a step that measures itself. */
  void measure(String step, Supplier<Duration> work) {
    note(step, work.get());
  }

  /** Notes what was measured elsewhere. */
  void note(String step, Duration took) {
    steps.put(step, took);
    out.printf(Locale.ROOT, "%8s s  %s%n", seconds(took), step);
  }

  /** Holds a step to its limit; the steps after it are made all the same. */
  void require(String step, Duration limit) {
    Duration took = steps.getOrDefault(step, Duration.ofDays(1));
    if (took.compareTo(limit) > 0) {
      tooSlow.add(step + " took " + seconds(took) + " s, more than " + seconds(limit) + " s");
    }
  }

  /** Steps that took longer than their limit, in words. */
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
