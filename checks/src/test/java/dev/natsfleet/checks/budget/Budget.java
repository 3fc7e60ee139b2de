package dev.natsfleet.checks.budget;

import dev.natsfleet.checks.budget.SourceSizes.Sized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The size limits of files or methods: half of them have at most {@code median} lines, and none has
 * more than {@code longest}.
 */
record Budget(String kind, int median, int longest) {
  private static final Comparator<Sized> LONGEST_FIRST =
      Comparator.comparingInt(Sized::lines).reversed();
  private static final int NAMED = 10;

  List<String> findings(List<Sized> things) {
    List<Sized> sorted = things.stream().sorted(LONGEST_FIRST).toList();
    List<String> findings = new ArrayList<>();
    sorted.stream()
        .filter(thing -> thing.lines() > longest)
        .map(this::tooLong)
        .forEach(findings::add);
    if (!sorted.isEmpty() && medianOf(sorted) > median) {
      findings.add(
          "half of the %d %ss have %d lines or more, the budget is %d; the longest: %s"
              .formatted(
                  sorted.size(),
                  kind,
                  medianOf(sorted),
                  median,
                  sorted.stream().limit(NAMED).toList()));
    }
    return findings;
  }

  static int medianOf(List<Sized> sorted) {
    return sorted.get(sorted.size() / 2).lines();
  }

  private String tooLong(Sized thing) {
    return "%s: a %s of %d lines, the budget is %d"
        .formatted(thing.where(), kind, thing.lines(), longest);
  }
}
