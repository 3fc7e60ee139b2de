package dev.natsfleet.simulation.fault;

import static dev.natsfleet.simulation.fault.FaultKind.lasting;
import static dev.natsfleet.simulation.fault.FaultKind.single;

import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.simulation.node.SimulatedAgent;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What goes wrong with operators, agents, servers and the network between them. */
final class ProcessFaultKinds {

  /** Number of the operator that is of an older version. */
  private static final int OLDER = 3;

  private static final int WITNESSES = 2;

  private static final Duration AGENT_RESTART = Duration.ofSeconds(5);

  private ProcessFaultKinds() {}

  static List<FaultKind> kinds() {
    return Stream.of(servers(), agents(), operators(), clocks()).flatMap(List::stream).toList();
  }

  private static List<FaultKind> servers() {
    return List.of(
        node(
            "stop the server of node <1-6>",
            node -> {
              node.server().freeze(true);
              return () -> node.server().freeze(false);
            }),
        node(
            "let the monitor of node <1-6> answer nonsense",
            node -> {
              node.server().talkNonsense(true);
              return () -> node.server().talkNonsense(false);
            }),
        node(
            "cut node <1-6> from its peers",
            node -> {
              node.isolate(true);
              return () -> node.isolate(false);
            }),
        single(
                "cut node <1-6> from its peers for good",
                (world, arguments) -> arguments.node(world).ifPresent(node -> node.isolate(true)))
            .told(),
        lasting(
            "cut zone <a|b|c> from the other zones",
            (world, arguments) -> {
              String zone = arguments.zone(world);
              world.mesh().cutZone(zone, true);
              return () -> world.mesh().cutZone(zone, false);
            }),
        lasting(
            "cut nodes <1-6> and <1-6> from one another",
            (world, arguments) -> {
              List<SimulatedMachine> pair = arguments.nodes(world);
              pair.forEach(one -> pair.forEach(other -> cut(world, one, other, true)));
              return () ->
                  pair.forEach(one -> pair.forEach(other -> cut(world, one, other, false)));
            }),
        single(
            "kill the server of node <1-6>",
            (world, arguments) ->
                arguments.node(world).ifPresent(node -> node.server().kill("signal 9"))));
  }

  private static void cut(
      SimulatedWorld world, SimulatedMachine one, SimulatedMachine other, boolean cut) {
    if (one != other) {
      world.mesh().cutLink(one.id(), other.id(), cut);
    }
  }

  private static List<FaultKind> agents() {
    return List.of(
        lasting(
            "stop the agent of node <1-6>",
            (world, arguments) -> {
              Optional<SimulatedAgent> agent = arguments.agent(world);
              agent.ifPresent(a -> a.freeze(true));
              return () -> agent.ifPresent(a -> a.freeze(false));
            }),
        lasting(
            "keep the agent of node <1-6> dead",
            (world, arguments) -> {
              Optional<SimulatedMachine> node = running(world, arguments);
              node.ifPresent(SimulatedMachine::killAgent);
              return () -> node.ifPresent(n -> n.startAgent(world.services()));
            }),
        single(
            "kill the agent of node <1-6>",
            (world, arguments) ->
                running(world, arguments)
                    .ifPresent(
                        node -> {
                          node.killAgent();
                          world
                              .clock()
                              .after(AGENT_RESTART, () -> node.startAgent(world.services()));
                        })),
        single(
            "drain node <1-6> by hand and leave its machine on",
            (world, arguments) -> running(world, arguments).ifPresent(node -> drain(world, node))),
        single(
            "never answer node <1-6> its next call <beat|rows|monitor|reload|start|notices>",
            (world, arguments) ->
                arguments
                    .agent(world)
                    .ifPresent(agent -> agent.hang(kind(arguments.words().getLast())))));
  }

  /**
   * What a person does who drains a node and leaves its machine on. Seeds do not take more than the
   * others can bear witness of: nobody says of the last two that they do not serve.
   */
  private static void drain(SimulatedWorld world, SimulatedMachine node) {
    long others =
        world.machines().on().stream()
            .filter(other -> other != node && other.server().isServing() && other.agent() != null)
            .count();
    if (others < WITNESSES) {
      world.log().add("FAULT", "changes nothing: too few other nodes serve");
      return;
    }
    node.killAgent();
    node.server().kill("code 0");
    world.registry().dropRow(node.ip());
  }

  /** The node, if its agent runs: one that has not booted yet has none. */
  private static Optional<SimulatedMachine> running(
      SimulatedWorld world, FaultArguments arguments) {
    return arguments.agent(world).flatMap(agent -> arguments.node(world));
  }

  private static ActionKind kind(String word) {
    return ActionKind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static List<FaultKind> operators() {
    return List.of(
        single("kill the operator", (world, arguments) -> world.operators().restart(1)),
        lasting(
            "stop the operator",
            (world, arguments) -> {
              world.operators().stop(1);
              return () -> world.operators().start(1);
            }),
        lasting(
            "run a second operator",
            (world, arguments) -> {
              world.operators().start(2);
              return () -> world.operators().stop(2);
            }),
        lasting(
            "stop the operator's process while another takes its place",
            (world, arguments) -> world.operators().replaceStopped(1)),
        lasting(
            "run the operator of another fleet with a cluster of this name",
            (world, arguments) -> world.startOtherFleet()),
        lasting(
            "run an older version of the operator beside it",
            (world, arguments) -> {
              world.operators().startOlder(OLDER);
              return () -> world.operators().stop(OLDER);
            }));
  }

  private static List<FaultKind> clocks() {
    return List.of(
        single(
            "put the clock of node <1-6> <1-600> minutes forward",
            (world, arguments) ->
                arguments
                    .node(world)
                    .ifPresent(node -> node.wall().jump(Duration.ofMinutes(arguments.number())))),
        single(
            "put the clock of node <1-6> <1-600> minutes back",
            (world, arguments) ->
                arguments
                    .node(world)
                    .ifPresent(node -> node.wall().jump(Duration.ofMinutes(-arguments.number())))),
        single(
            "put the clock of the operator <1-600> minutes forward",
            (world, arguments) ->
                world.operatorWall().jump(Duration.ofMinutes(arguments.number()))),
        single(
            "put the clock of the operator <1-600> minutes back",
            (world, arguments) ->
                world.operatorWall().jump(Duration.ofMinutes(-arguments.number()))));
  }

  private static FaultKind node(String phrase, Function<SimulatedMachine, Runnable> effect) {
    return lasting(
        phrase, (world, arguments) -> arguments.node(world).map(effect).orElse(() -> {}));
  }
}
