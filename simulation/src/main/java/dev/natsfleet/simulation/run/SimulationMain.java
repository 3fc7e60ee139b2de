package dev.natsfleet.simulation.run;

import dev.natsfleet.simulation.check.Rule;
import dev.natsfleet.simulation.check.Violation;
import dev.natsfleet.simulation.story.Story;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Runs many seeds, and prints the shrunk story of each that fails: {@code simulate seeds=10000
 * first=1 workers=2}; or one story with everything that happens in it: {@code simulate
 * story=<file>}.
 */
public final class SimulationMain {

  private static final double NANOS_PER_HOUR = 3.6e12;
  private static final int CHUNK = 100;

  private final PrintStream out;
  private final Map<String, String> options = new HashMap<>();

  private SimulationMain(PrintStream out, List<String> arguments) {
    this.out = out;
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      options.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
  }

  /** Runs what the arguments ask for; exits with 1 if something fails. */
  public static void main(String[] arguments) throws Exception {
    SimulationMain main = new SimulationMain(System.out, List.of(arguments));
    System.exit(main.run());
  }

  private int run() throws IOException, InterruptedException, ExecutionException {
    String story = options.get("story");
    return story == null ? runSeeds() : tell(Story.parse(Files.readString(Path.of(story))));
  }

  private long number(String option, long initial) {
    return Long.parseLong(options.getOrDefault(option, Long.toString(initial)));
  }

  /** Runs one story and prints all of it. */
  private int tell(Story story) {
    SimulationResult result = Simulation.run(story, Set.of());
    out.println(story);
    result.log().lines().forEach(out::println);
    result.violations().forEach(violation -> out.println("broken: " + violation));
    return result.failure().isEmpty() ? 0 : 1;
  }

  private int runSeeds() throws InterruptedException, ExecutionException {
    long first = number("first", 1);
    long seeds = number("seeds", 1000);
    long start = System.nanoTime();
    SeedTotals totals = new SeedTotals();
    try (ExecutorService workers = Executors.newFixedThreadPool((int) number("workers", 2))) {
      List<Future<SeedTotals>> chunks =
          LongStream.iterate(first, chunk -> chunk < first + seeds, chunk -> chunk + CHUNK)
              .mapToObj(
                  chunk ->
                      workers.submit(() -> runChunk(chunk, Math.min(chunk + CHUNK, first + seeds))))
              .toList();
      for (Future<SeedTotals> chunk : chunks) {
        totals.add(chunk.get());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        "%d seeds, %d failed; %.1f seeds/s, %.1f simulated cluster-hours per second%n",
        totals.runs,
        totals.failures,
        totals.runs / seconds,
        totals.nanos / NANOS_PER_HOUR / seconds);
    return totals.failures == 0 ? 0 : 1;
  }

  private SeedTotals runChunk(long from, long to) {
    SeedTotals totals = new SeedTotals();
    for (long seed = from; seed < to; seed++) {
      SimulationResult result =
          Simulation.run(Story.draw(seed, KnownFaults.PHRASES), KnownFaults.RULES);
      totals.runs++;
      totals.nanos += result.nanos();
      result.failure().ifPresent(failure -> fail(result, failure, totals));
    }
    return totals;
  }

  private void fail(SimulationResult result, Violation failure, SeedTotals totals) {
    totals.failures++;
    Set<Rule> tolerated = EnumSet.noneOf(Rule.class);
    tolerated.addAll(KnownFaults.RULES);
    Story story =
        options.containsKey("raw")
            ? result.story()
            : new StoryReducer(failure.rule(), tolerated).reduce(result.story());
    String why =
        Simulation.run(story, tolerated).failure().map(Violation::toString).orElse("nothing");
    synchronized (out) {
      out.println("# seed " + result.story().seed() + " fails: " + why);
      out.println(story);
    }
  }

  /** Sums over runs. */
  private static final class SeedTotals {
    private long runs;
    private long failures;
    private long nanos;

    void add(SeedTotals other) {
      runs += other.runs;
      failures += other.failures;
      nanos += other.nanos;
    }
  }
}
