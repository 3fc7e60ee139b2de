package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.lines.LineGenerator;
import dev.natsfleet.bench.process.ProgramPaths;
import dev.natsfleet.bench.process.Testbed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs every candidate once per round, each with a broker of its own. */
public final class Comparison {

  private static final int BUNDLES = 5;
  private static final int LARGE = 16 << 10;

  private final int rounds;
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * All candidates; fshipper only if its programs are given.
   *
   * @param fshipper directory of fshipper's programs
   */
  public Comparison(long lines, int rounds, Optional<Path> fshipper) {
    this.rounds = rounds;
    LogLoad logLoad = new LogLoad(lines);
    LogLoad large = new LogLoad(lines * BUNDLES);
    candidates.add(new NatsBenchBaseline(LineGenerator.SIZE, logLoad));
    candidates.add(new NatsfleetPipeline("line", logLoad));
    candidates.add(new NatsBenchBaseline(LARGE, large));
    candidates.add(new NatsfleetPipeline("bundle", large));
    fshipper.ifPresent(programs -> candidates.add(new FShipper(programs, logLoad)));
  }

  /** Runs all rounds and returns each candidate's results in the order of the rounds. */
  public Map<String, List<CandidateResult>> run(PrintStream progress) throws Exception {
    Map<String, List<CandidateResult>> outcomes = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Candidate candidate : candidates) {
        CandidateResult candidateResult = once(candidate);
        outcomes.computeIfAbsent(candidate.name(), name -> new ArrayList<>()).add(candidateResult);
        progress.printf(
            Locale.ROOT,
            "round %d, %s: %,.0f lines/s, %.0f MiB/s, %.1f s, %s%n",
            round,
            candidate.name(),
            candidateResult.lineRate(),
            candidateResult.mebibyteRate(),
            candidateResult.seconds(),
            candidateResult.counts());
      }
    }
    return outcomes;
  }

  private static CandidateResult once(Candidate candidate) throws Exception {
    try (Testbed testbed = new Testbed(ProgramPaths.scratch().resolve("race"))) {
      return candidate.run(testbed, candidate.load());
    }
  }
}
