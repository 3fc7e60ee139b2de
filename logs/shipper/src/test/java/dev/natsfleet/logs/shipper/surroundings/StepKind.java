package dev.natsfleet.logs.shipper.surroundings;

import java.util.List;

/**
 * A kind of step.
 *
 * @param phrase its words
 * @param weight how often it is drawn beside the others
 * @param effect what it does
 */
record StepKind(StepPhrase phrase, int weight, FileEffect effect) {

  /** What a step does with the words in its places. */
  @FunctionalInterface
  interface FileEffect {
    void on(SurroundingsWorld world, List<String> words) throws Exception;
  }
}
