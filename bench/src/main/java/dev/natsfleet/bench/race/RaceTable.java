package dev.natsfleet.bench.race;

import dev.natsfleet.bench.lines.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Outcomes as Markdown: medians, and the worst of what must be zero. */
public final class RaceTable {

  private static final String HEAD =
      """
      | contestant | lines in | lines/s (least to most) | MiB/s | CPU s/GiB | peak resident, MiB | lost | duplicated | inverted | damaged |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private final Map<String, List<Outcome>> outcomes;

  /** A table of all outcomes by contestant. */
  public RaceTable(Map<String, List<Outcome>> outcomes) {
    this.outcomes = outcomes;
  }

  /** The table, and the ratios within each round. */
  public String markdown() {
    return outcomes.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("", HEAD, "\n" + ratios()));
  }

  private String ratios() {
    return ratio("natsfleet, line mode", "nats bench, 200 B", Outcome::lineRate)
        + ratio("natsfleet, bundle mode", "nats bench, 16384 B", Outcome::mebibyteRate)
        + ratio("natsfleet, bundle mode", "natsfleet, line mode", Outcome::lineRate)
        + ratio("natsfleet, line mode", "fshipper post8", Outcome::lineRate)
        + ratio("natsfleet, bundle mode", "fshipper post8", Outcome::lineRate);
  }

  private String ratio(String ours, String other, ToDoubleFunction<Outcome> rate) {
    List<Outcome> mine = outcomes.getOrDefault(ours, List.of());
    List<Outcome> theirs = outcomes.getOrDefault(other, List.of());
    if (mine.isEmpty() || theirs.isEmpty()) {
      return "";
    }
    List<Double> ratios =
        IntStream.range(0, mine.size())
            .mapToObj(i -> rate.applyAsDouble(mine.get(i)) / rate.applyAsDouble(theirs.get(i)))
            .toList();
    String rounds =
        ratios.stream()
            .map(one -> String.format(Locale.ROOT, "%.2f", one))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "- %s ÷ %s: **%.2f** (rounds: %s)%n", ours, other, median(ratios), rounds);
  }

  private static String row(String name, List<Outcome> runs) {
    List<Double> rates = runs.stream().map(Outcome::lineRate).toList();
    return String.format(
            Locale.ROOT,
            "| %s | %,d | %,.0f (%,.0f to %,.0f) | %.1f | %.1f | %s |",
            name,
            lines(runs.getFirst()),
            median(rates),
            rates.stream().min(Double::compare).orElseThrow(),
            rates.stream().max(Double::compare).orElseThrow(),
            median(runs.stream().map(Outcome::mebibyteRate).toList()),
            median(runs.stream().map(Outcome::cpuSecondsPerGibibyte).toList()),
            peaks(runs))
        + worst(runs, Tally::lost)
        + worst(runs, Tally::duplicated)
        + worst(runs, Tally::inverted)
        + worst(runs, Tally::damaged)
        + "\n";
  }

  /** Lines that went in: those that arrived and those that were lost. */
  private static long lines(Outcome run) {
    return run.lines() + run.tally().map(Tally::lost).orElse(0L);
  }

  private static String peaks(List<Outcome> runs) {
    return runs.getFirst().peaks().keySet().stream()
        .map(program -> String.format(Locale.ROOT, "%s %.0f", program, peak(runs, program)))
        .collect(Collectors.joining(", "));
  }

  private static double peak(List<Outcome> runs, String program) {
    return runs.stream().mapToLong(run -> run.peaks().getOrDefault(program, 0L)).max().orElse(0)
        / (double) (1 << 20);
  }

  private static String worst(List<Outcome> runs, ToLongFunction<Tally> count) {
    boolean checked = runs.stream().allMatch(run -> run.tally().isPresent());
    long most = runs.stream().flatMap(run -> run.tally().stream()).mapToLong(count).max().orElse(0);
    return checked ? String.format(Locale.ROOT, " %,d |", most) : " not checked |";
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
