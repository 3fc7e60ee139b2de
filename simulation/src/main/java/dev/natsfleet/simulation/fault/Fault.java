package dev.natsfleet.simulation.fault;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fault of a story: a line such as {@code at 120s cut zone a from the registry for 90s}.
 *
 * @param at seconds after the beginning
 * @param sentence what happens
 * @param seconds for how long; zero for what happens once
 */
public record Fault(int at, String sentence, int seconds) {

  private static final Pattern LINE = Pattern.compile("at (\\d+)s (.+?)(?: for (\\d+)s)?");

  private static final int[] DURATIONS = {5, 20, 45, 70, 120, 240, 400};

  public Fault {
    FaultKind kind =
        FaultTable.find(sentence)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no fault is called '%s'; the phrases are in FaultTable"
                            .formatted(sentence)));
    if (kind.lasting() != seconds > 0) {
      throw new IllegalArgumentException(
          "'%s' %s"
              .formatted(
                  sentence,
                  kind.lasting()
                      ? "lasts: say for how long, as in 'for 90s'"
                      : "happens once: say no duration"));
    }
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  public static Fault parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not of the form: at <seconds>s <what happens> [for <seconds>s]".formatted(line));
    }
    String seconds = matcher.group(3);
    return new Fault(
        Integer.parseInt(matcher.group(1)),
        matcher.group(2),
        seconds == null ? 0 : Integer.parseInt(seconds));
  }

  /**
   * Draws a fault that begins within this time.
   *
   * @param excluded phrases that are not drawn
   */
  public static Fault draw(RandomGenerator random, int within, List<String> excluded) {
    int at = random.nextInt(within);
    String sentence = FaultTable.draw(random, excluded);
    boolean lasting = FaultTable.find(sentence).map(FaultKind::lasting).orElse(false);
    return new Fault(at, sentence, lasting ? DURATIONS[random.nextInt(DURATIONS.length)] : 0);
  }

  /** When it is over. */
  public int end() {
    return at + seconds;
  }

  /**
   * Begins it now; the action ends it. What AWS or Kubernetes refuses, because its subject is gone
   * or not known yet, changes nothing, and the event log tells it.
   */
  public Runnable begin(SimulatedWorld world) {
    FaultKind kind = FaultTable.find(sentence).orElseThrow();
    List<String> words = kind.phrase().match(sentence).orElseThrow();
    try {
      Runnable end = kind.effect().begin(world, new FaultArguments(words));
      return () -> end(world, end);
    } catch (PortException refused) {
      tell(world, refused);
      return () -> {};
    }
  }

  private static void end(SimulatedWorld world, Runnable end) {
    try {
      end.run();
    } catch (PortException refused) {
      tell(world, refused);
    }
  }

  private static void tell(SimulatedWorld world, PortException refused) {
    world.log().add("FAULT", "is refused: " + refused.getMessage());
  }

  @Override
  public String toString() {
    String lasting = seconds > 0 ? " for " + seconds + "s" : "";
    return String.format(Locale.ROOT, "at %ds %s%s", at, sentence, lasting);
  }
}
