package dev.natsfleet.simulation.fault;

import dev.natsfleet.simulation.node.SimulatedAgent;
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
   * have power now; the count starts again where it ends. Empty, and told, if none has.
   */
  Optional<SimulatedMachine> node(SimulatedWorld world) {
    return node(world, words.getFirst());
  }

  /** Those whose numbers the words are. */
  List<SimulatedMachine> nodes(SimulatedWorld world) {
    return words.stream().flatMap(number -> node(world, number).stream()).toList();
  }

  private static Optional<SimulatedMachine> node(SimulatedWorld world, String number) {
    List<SimulatedMachine> on = world.machines().on();
    if (on.isEmpty()) {
      world.log().add("FAULT", "changes nothing: no node has power");
      return Optional.empty();
    }
    return Optional.of(on.get((Integer.parseInt(number) - 1) % on.size()));
  }

  /** The agent of that machine. Empty, and told, if none runs. */
  Optional<SimulatedAgent> agent(SimulatedWorld world) {
    Optional<SimulatedMachine> node = node(world);
    if (node.filter(machine -> machine.agent() == null).isPresent()) {
      world.log().add("FAULT", "changes nothing: the node has no agent");
    }
    return node.flatMap(machine -> Optional.ofNullable(machine.agent()));
  }
}
