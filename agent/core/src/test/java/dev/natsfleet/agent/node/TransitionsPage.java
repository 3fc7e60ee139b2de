package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints the tables of a node's life for {@code docs/reference/node-transitions.md}. */
final class TransitionsPage {

  private static final String HEAD =
      """
      # The states of a node, and what it does in them

      Generated from the tables in `agent/core` (`Transitions`, `ActionRules`): do not edit. The agent folds each signal (a heartbeat's answer, the monitor, instance
      metadata, the end of nats-server, a timer) into what it knows, then reads the first table until no line applies, then the second once.
      The last table shows what a node of every state becomes by every kind of signal;
      `agent/core/src/test/resources/dev/natsfleet/agent/node/transitions.txt` also says what it does at once.

      ## Transitions

      The first line whose state and condition hold is taken, and the table is read again.

      | # | from | when | to | why |
      |---|---|---|---|---|
      """;

  private static final String ACTIONS =
      """

      ## Actions

      Every line whose condition holds is carried out, each kind at its own interval and at most once at a time. The order of the lines has no meaning. A call that
      fails is made again, after growing pauses of up to 60 s; one that the registry or AWS refuses stops no nats-server.

      | action | when | why |
      |---|---|---|
      """;

  private static final String SIGNALS =
      """

      ## Signals

      What a node of each state is after one signal, if it is another; an empty cell means that it stays what it is. The columns are nodes of an ordinary life
      without peers: what a signal changes beside the state, and what a condition that takes time makes of it, is not shown.

      """;

  private TransitionsPage() {}

  static String render() {
    List<Transition> transitions = Transitions.table();
    Stream<String> lines =
        IntStream.range(0, transitions.size())
            .mapToObj(line -> transition(line + 1, transitions.get(line)));
    Stream<String> rules = ActionRules.table().stream().map(TransitionsPage::rule);
    return HEAD
        + lines.collect(Collectors.joining())
        + entries(transitions)
        + ACTIONS
        + rules.collect(Collectors.joining())
        + SIGNALS
        + SignalMatrix.page();
  }

  private static String transition(int number, Transition line) {
    return "| %d | %s | %s | %s | %s |\n"
        .formatted(number, from(line.from()), line.when().words(), line.to(), line.why());
  }

  private static String from(Set<NodeState> states) {
    Set<NodeState> others = EnumSet.complementOf(EnumSet.copyOf(states));
    return others.size() < states.size() ? "every state but " + names(others) : names(states);
  }

  private static String rule(ActionRule rule) {
    return "| %s | %s | %s |\n".formatted(rule.kind(), rule.when().words(), rule.why());
  }

  /** The states that no line leads to, so that a reader does not look for one. */
  private static String entries(List<Transition> transitions) {
    Set<NodeState> reached = EnumSet.noneOf(NodeState.class);
    transitions.forEach(line -> reached.add(line.to()));
    return """

    No line leads to %s: a node begins there. A node whose agent finds a running nats-server begins as SERVING if its launch hook is completed, as STARTING otherwise.
    The states of JetStream slots (SLOTTED, WAITING, SYNCED, FENCED) do not exist yet.
    """
        .formatted(names(EnumSet.complementOf(EnumSet.copyOf(reached))));
  }

  private static String names(Set<NodeState> states) {
    return states.stream().map(NodeState::name).collect(Collectors.joining(", "));
  }
}
