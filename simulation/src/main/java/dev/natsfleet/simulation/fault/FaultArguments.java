package dev.natsfleet.simulation.fault;

import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the places of a phrase.
 *
 * @param words in their order
 */
record FaultArguments(List<String> words) {

  FaultArguments {
    words = List.copyOf(words);
  }

  String word() {
    return words.getFirst();
  }

  int number() {
    return Integer.parseInt(words.getLast());
  }

  /** The zone whose letter is the first word. */
  String zone(SimulatedWorld world) {
    return world.cloud().catalogue().region() + words.getFirst();
  }

  /**
   * The machine whose number is the first word, counted in the order of launch among those that
   * have power now; the count starts again where it ends.
   */
  Optional<SimulatedMachine> node(SimulatedWorld world) {
    List<SimulatedMachine> on = world.machines().on();
    return on.isEmpty()
        ? Optional.empty()
        : Optional.of(on.get((Integer.parseInt(words.getFirst()) - 1) % on.size()));
  }
}
