package dev.natsfleet.bench.race;

import dev.natsfleet.bench.process.Rig;

/** A way from a file to another file, or its ceiling. */
interface Contestant {

  /** What the tables call it. */
  String name();

  /** Which lines it is given. */
  Load load();

  /** Runs once, from the first line to the last. */
  Outcome run(Rig rig, Load load) throws Exception;
}
