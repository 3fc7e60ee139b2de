package dev.natsfleet.logs.shipper.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What happens, step by step. Its text has one step a line; lines that begin with {@code #} say
 * what it was found for.
 *
 * @param dated whether logs are rotated to dates, and not to numbers
 * @param steps in the words of {@link StepKinds}
 */
record SurroundingsStory(boolean dated, List<String> steps) {

  private static final String DATES = "logs are rotated to dates";
  private static final String NUMBERS = "logs are rotated to numbers";
  private static final int MOST_LOGS = 2;
  private static final int LEAST = 6;
  private static final int MOST = 30;

  /** The story of a seed. */
  static SurroundingsStory of(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    boolean dated = random.nextBoolean();
    List<String> logs = new ArrayList<>();
    for (int i = 0; i < MOST_LOGS; i++) {
      logs.add(TreeActions.LOGS.get(random.nextInt(TreeActions.LOGS.size())));
    }
    List<String> steps = new ArrayList<>();
    int length = random.nextInt(LEAST, MOST);
    for (int i = 0; i < length; i++) {
      steps.add(draw(random).phrase().draw(random, logs));
    }
    return new SurroundingsStory(dated, steps);
  }

  static SurroundingsStory parse(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    return new SurroundingsStory(lines.getFirst().equals(DATES), lines.subList(1, lines.size()));
  }

  SurroundingsStory with(List<String> others) {
    return new SurroundingsStory(dated, others);
  }

  @Override
  public String toString() {
    return (dated ? DATES : NUMBERS) + "\n" + String.join("\n", steps) + "\n";
  }

  private static StepKind draw(RandomGenerator random) {
    int sum = StepKinds.ALL.stream().mapToInt(StepKind::weight).sum();
    int left = random.nextInt(sum);
    for (StepKind kind : StepKinds.ALL) {
      left -= kind.weight();
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("no kinds");
  }
}
