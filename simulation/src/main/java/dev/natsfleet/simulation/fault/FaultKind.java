package dev.natsfleet.simulation.fault;

import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.function.BiConsumer;

/**
 * A kind of fault.
 *
 * @param phrase as a story says it, without its duration
 * @param lasting whether it lasts for a time; else it happens once
 * @param weight how often seeds draw it, compared with the others
 * @param effect what it does
 */
record FaultKind(Phrase phrase, boolean lasting, int weight, FaultEffect effect) {

  private static final int USUAL = 4;

  static FaultKind lasting(String phrase, FaultEffect effect) {
    return new FaultKind(new Phrase(phrase), true, USUAL, effect);
  }

  static FaultKind single(String phrase, BiConsumer<SimulatedWorld, FaultArguments> effect) {
    return new FaultKind(
        new Phrase(phrase),
        false,
        USUAL,
        (world, arguments) -> {
          effect.accept(world, arguments);
          return () -> {};
        });
  }

  /** The same, for stories only: seeds cannot know whether the cluster can come back from it. */
  FaultKind told() {
    return new FaultKind(phrase, lasting, 0, effect);
  }

  /** The same, drawn less often. */
  FaultKind rare() {
    return new FaultKind(phrase, lasting, 1, effect);
  }
}
