package dev.natsfleet.bench;

import dev.natsfleet.bench.compare.Comparison;
import dev.natsfleet.bench.compare.ComparisonTable;
import dev.natsfleet.bench.compare.LogLoad;
import dev.natsfleet.bench.measure.BacklogDrain;
import dev.natsfleet.bench.measure.CrashRecovery;
import dev.natsfleet.bench.measure.CrashSoak;
import dev.natsfleet.bench.measure.IdleFiles;
import dev.natsfleet.bench.measure.Latency;
import dev.natsfleet.bench.measure.Measurement;
import dev.natsfleet.bench.process.ProgramPaths;
import dev.natsfleet.bench.process.Testbed;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Main class of {@code bench/bin/bench}: runs the chosen benchmarks and prints Markdown tables. */
public final class BenchMain {

  private BenchMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    run(BenchmarkPlan.of(arguments), System.out, System.err);
  }

  private static void run(BenchmarkPlan plan, PrintStream out, PrintStream progress)
      throws Exception {
    List<Measurement> measurements = new ArrayList<>();
    LogLoad logLoad = new LogLoad(plan.lines());
    Duration length = Duration.ofSeconds(plan.seconds());
    for (String part : plan.only()) {
      switch (part) {
        case "race" -> compare(plan, out, progress);
        case "backlog" ->
            measurements.addAll(measure(part, new BacklogDrain(logLoad)::run, progress));
        case "latency" -> measurements.addAll(measure(part, new Latency(length)::run, progress));
        case "rest" -> measurements.addAll(measure(part, new IdleFiles(length)::run, progress));
        case "resume" ->
            measurements.addAll(measure(part, new CrashRecovery(logLoad)::run, progress));
        case "soak" -> measurements.addAll(measure(part, new CrashSoak(length)::run, progress));
        default -> throw new IllegalArgumentException(part);
      }
    }
    if (!measurements.isEmpty()) {
      out.print("\n| measured | value | target |\n|---|---|---|\n");
      measurements.forEach(measurement -> out.print(measurement.row()));
    }
  }

  private static void compare(BenchmarkPlan plan, PrintStream out, PrintStream progress)
      throws Exception {
    Comparison comparison = new Comparison(plan.lines(), plan.rounds(), plan.fshipper());
    out.print(new ComparisonTable(comparison.run(progress)).markdown());
    if (plan.fshipper().isEmpty()) {
      out.print("- fshipper did not take part: fshipper=<directory of its two programs> adds it\n");
    }
  }

  private static List<Measurement> measure(String part, Part run, PrintStream progress)
      throws Exception {
    progress.println(part);
    try (Testbed testbed = new Testbed(ProgramPaths.scratch().resolve(part))) {
      List<Measurement> measurements = run.run(testbed);
      measurements.forEach(
          measurement -> progress.println("  " + measurement.what() + ": " + measurement.value()));
      return measurements;
    }
  }

  /** One benchmark, which gets a testbed of its own. */
  @FunctionalInterface
  private interface Part {
    List<Measurement> run(Testbed testbed) throws Exception;
  }
}
