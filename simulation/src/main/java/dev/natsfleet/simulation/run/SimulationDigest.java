package dev.natsfleet.simulation.run;

import dev.natsfleet.simulation.story.Story;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Prints the digests of the first seeds, to compare them with those of another JVM. */
public final class SimulationDigest {

  private SimulationDigest() {}

  /** Prints the digests of the seeds 1 to the number that is given. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    LongStream.rangeClosed(1, Long.parseLong(arguments[0])).forEach(seed -> out.println(of(seed)));
  }

  /** The digest of a seed in which every fault may be drawn. */
  public static String of(long seed) {
    return seed + " " + Simulation.run(Story.draw(seed, List.of()), Set.of()).log().digest();
  }
}
