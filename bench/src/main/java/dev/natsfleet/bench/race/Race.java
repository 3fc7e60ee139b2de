package dev.natsfleet.bench.race;

import dev.natsfleet.bench.lines.LineMaker;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.process.Tools;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rounds in which every contestant runs once, each with a broker of its own. */
public final class Race {

  private static final int BUNDLES = 5;
  private static final int LARGE = 16 << 10;

  private final int rounds;
  private final List<Contestant> contestants = new ArrayList<>();

  /**
   * Everyone who can be had.
   *
   * @param fshipper directory of its programs
   */
  public Race(long lines, int rounds, Optional<Path> fshipper) {
    this.rounds = rounds;
    Load load = new Load(lines);
    Load large = new Load(lines * BUNDLES);
    contestants.add(new Ceiling(LineMaker.SIZE, load));
    contestants.add(new Ours("line", load));
    contestants.add(new Ceiling(LARGE, large));
    contestants.add(new Ours("bundle", large));
    fshipper.ifPresent(programs -> contestants.add(new FShipper(programs, load)));
  }

  /** Runs all rounds; gives every outcome by contestant, in the order of the rounds. */
  public Map<String, List<Outcome>> run(PrintStream progress) throws Exception {
    Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : contestants) {
        Outcome outcome = once(contestant);
        outcomes.computeIfAbsent(contestant.name(), name -> new ArrayList<>()).add(outcome);
        progress.printf(
            Locale.ROOT,
            "round %d, %s: %,.0f lines/s, %.0f MiB/s, %.1f s, %s%n",
            round,
            contestant.name(),
            outcome.lineRate(),
            outcome.mebibyteRate(),
            outcome.seconds(),
            outcome.tally());
      }
    }
    return outcomes;
  }

  private static Outcome once(Contestant contestant) throws Exception {
    try (Rig rig = new Rig(Tools.scratch().resolve("race"))) {
      return contestant.run(rig, contestant.load());
    }
  }
}
