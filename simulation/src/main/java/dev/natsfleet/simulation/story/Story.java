package dev.natsfleet.simulation.story;

import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.simulation.fault.Fault;
import dev.natsfleet.simulation.world.SampleSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One run, before it is made.
 *
 * @param seed of all that is drawn: ids, latencies
 * @param nodes how many the object asks for at first
 * @param owner who changes the desired capacity
 * @param faults in the order of their beginnings
 */
public record Story(long seed, int nodes, CapacityOwner owner, List<Fault> faults) {

  private static final Pattern HEAD =
      Pattern.compile("seed (-?\\d+), (\\d+) nodes, capacity owner (Operator|External)");

  private static final int MOST_FAULTS = 7;
  private static final int WITHIN_SECONDS = 480;
  private static final int BURST_SECONDS = 60;

  public Story {
    faults = faults.stream().sorted(Comparator.comparingInt(Fault::at)).toList();
  }

  /**
   * The story of a seed.
   *
   * @param excluded phrases of faults that are not drawn
   */
  public static Story draw(long seed, List<String> excluded) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    int nodes = List.of(1, 2, 3, 3, 3, 4, 5).get(random.nextInt(7));
    CapacityOwner owner = random.nextInt(8) == 0 ? CapacityOwner.External : CapacityOwner.Operator;
    int count = 1 + random.nextInt(MOST_FAULTS);
    List<Fault> faults = new ArrayList<>();
    // half of the seeds let everything happen at about the same time
    int within = random.nextBoolean() ? WITHIN_SECONDS : BURST_SECONDS;
    int first = random.nextInt(WITHIN_SECONDS);
    for (int i = 0; i < count; i++) {
      Fault fault = Fault.draw(random, within, excluded);
      int at = within == BURST_SECONDS ? fault.at() + first : fault.at();
      faults.add(new Fault(at, fault.sentence(), fault.seconds()));
    }
    return new Story(seed, nodes, owner, faults);
  }

  /**
   * Reads the text of a story. Lines that begin with {@code #} are for people.
   *
   * @throws IllegalArgumentException naming the line that is not understood
   */
  public static Story parse(String text) {
    List<String> lines =
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    String first = lines.isEmpty() ? "" : lines.getFirst();
    Matcher head = HEAD.matcher(first);
    if (!head.matches()) {
      throw new IllegalArgumentException(
          "a story begins with 'seed <number>, <count> nodes, capacity owner Operator', not with '%s'"
              .formatted(first));
    }
    return new Story(
        Long.parseLong(head.group(1)),
        Integer.parseInt(head.group(2)),
        CapacityOwner.valueOf(head.group(3)),
        lines.stream().skip(1).map(Fault::parse).toList());
  }

  /** The same with other faults. */
  public Story with(List<Fault> others) {
    return new Story(seed, nodes, owner, others);
  }

  /** The same with another number of nodes at first. */
  public Story withNodes(int count) {
    return new Story(seed, count, owner, faults);
  }

  /** What the object asks for at first. */
  public NatsClusterSpec spec() {
    return SampleSpec.pool(SampleSpec.nodes(nodes), nodes, owner);
  }

  /** Seconds until everything is over. */
  public int end() {
    return faults.stream().mapToInt(Fault::end).max().orElse(0);
  }

  @Override
  public String toString() {
    return "seed %d, %d nodes, capacity owner %s\n".formatted(seed, nodes, owner)
        + faults.stream().map(fault -> fault + "\n").collect(Collectors.joining());
  }
}
