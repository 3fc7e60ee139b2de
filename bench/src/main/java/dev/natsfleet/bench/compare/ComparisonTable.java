package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.lines.DeliveryCounts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The results as Markdown: medians of the rates, and the worst round for counts that must be zero.
 */
public final class ComparisonTable {

  private static final String HEAD =
      """
      | candidate | lines in | lines/s (least to most) | MiB/s | CPU s/GiB | peak resident, MiB | lost | duplicated | reordered | damaged |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private final Map<String, List<CandidateResult>> outcomes;

  /** A table of each candidate's results. */
  public ComparisonTable(Map<String, List<CandidateResult>> outcomes) {
    this.outcomes = outcomes;
  }

  /** The table, followed by the ratios within each round. */
  public String markdown() {
    return outcomes.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("", HEAD, "\n" + ratios()));
  }

  private String ratios() {
    return ratio("natsfleet, line mode", "nats bench, 200 B", CandidateResult::lineRate)
        + ratio("natsfleet, bundle mode", "nats bench, 16384 B", CandidateResult::mebibyteRate)
        + ratio("natsfleet, bundle mode", "natsfleet, line mode", CandidateResult::lineRate)
        + ratio("natsfleet, line mode", "fshipper post8", CandidateResult::lineRate)
        + ratio("natsfleet, bundle mode", "fshipper post8", CandidateResult::lineRate);
  }

  private String ratio(String ours, String other, ToDoubleFunction<CandidateResult> rate) {
    List<CandidateResult> mine = outcomes.getOrDefault(ours, List.of());
    List<CandidateResult> theirs = outcomes.getOrDefault(other, List.of());
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

  private static String row(String name, List<CandidateResult> runs) {
    List<Double> rates = runs.stream().map(CandidateResult::lineRate).toList();
    return String.format(
            Locale.ROOT,
            "| %s | %,d | %,.0f (%,.0f to %,.0f) | %.1f | %.1f | %s |",
            name,
            lines(runs.getFirst()),
            median(rates),
            rates.stream().min(Double::compare).orElseThrow(),
            rates.stream().max(Double::compare).orElseThrow(),
            median(runs.stream().map(CandidateResult::mebibyteRate).toList()),
            median(runs.stream().map(CandidateResult::cpuSecondsPerGibibyte).toList()),
            peaks(runs))
        + worst(runs, DeliveryCounts::lost)
        + worst(runs, DeliveryCounts::duplicated)
        + worst(runs, DeliveryCounts::reordered)
        + worst(runs, DeliveryCounts::damaged)
        + "\n";
  }

  /** Lines that were written: those that arrived and those that were lost. */
  private static long lines(CandidateResult run) {
    return run.lines() + run.counts().map(DeliveryCounts::lost).orElse(0L);
  }

  private static String peaks(List<CandidateResult> runs) {
    return runs.getFirst().peaks().keySet().stream()
        .map(program -> String.format(Locale.ROOT, "%s %.0f", program, peak(runs, program)))
        .collect(Collectors.joining(", "));
  }

  private static double peak(List<CandidateResult> runs, String program) {
    return runs.stream().mapToLong(run -> run.peaks().getOrDefault(program, 0L)).max().orElse(0)
        / (double) (1 << 20);
  }

  private static String worst(List<CandidateResult> runs, ToLongFunction<DeliveryCounts> count) {
    boolean checked = runs.stream().allMatch(run -> run.counts().isPresent());
    long most =
        runs.stream().flatMap(run -> run.counts().stream()).mapToLong(count).max().orElse(0);
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
