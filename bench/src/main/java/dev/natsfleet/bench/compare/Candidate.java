package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.process.Testbed;

/** A log pipeline that takes part in the comparison, or the baseline that limits all of them. */
interface Candidate {

  /** The name in the tables. */
  String name();

  /** The lines that it has to carry. */
  LogLoad load();

  /** Carries all lines once and measures it. */
  CandidateResult run(Testbed testbed, LogLoad logLoad) throws Exception;
}
