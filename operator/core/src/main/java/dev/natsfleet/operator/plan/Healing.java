package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Nodes that will not become well: their agent says so, or their agent is silent and no peer has a
 * route to their server. An agent's silence alone is no reason: its server may serve on, and a
 * registry that fails must never stop a server (invariant 10).
 */
final class Healing {

  /** Launches that fail one after the other say more about the template than about the node. */
  static final int PATIENCE = 2;

  private Healing() {}

  static void write(Situation situation, Draft draft) {
    Optional<Node> sick =
        situation.inService().stream()
            .filter(node -> hopeless(node, situation))
            .min(
                Comparator.<Node, Boolean>comparing(n -> !begun(n, situation))
                    .thenComparing(Node::instance));
    sick.ifPresent(node -> replace(node, situation, draft));
  }

  private static void replace(Node node, Situation situation, Draft draft) {
    int failures = situation.group().map(Group::failures).map(Group.Failures::inARow).orElse(0);
    String why = node.instance() + " " + complaint(node);
    if (failures >= PATIENCE) {
      draft.refuse(
          Reason.LAUNCHES_FAILING,
          why
              + ", and is kept: the last "
              + failures
              + " launches failed, so there is no better one");
    } else if (draft.mayDisrupt() || begun(node, situation)) {
      draft.disrupt(new Step.Terminate(node.instance(), Capacity.KEEP, false, why));
    } else {
      draft.await(Reason.RECOVERING, why + "; it is replaced when its turn comes");
    }
  }

  private static boolean begun(Node node, Situation situation) {
    return situation.begun(StepWords.replacement(node.instance()));
  }

  private static boolean hopeless(Node node, Situation situation) {
    return node.says(NodeState.FAILED) || (mute(node, situation) && unlinked(node, situation));
  }

  private static boolean mute(Node node, Situation situation) {
    int forget = situation.spec().registration().forgetSeconds();
    return node.row().isPresent() && node.running() && node.silence().toSeconds() >= forget;
  }

  /** Every living peer has routes to nobody but the living: the second witness. */
  private static boolean unlinked(Node mute, Situation situation) {
    List<NodeReport> peers =
        situation.nodes().stream()
            .filter(n -> !n.equals(mute))
            .filter(Node::alive)
            .flatMap(n -> n.report().stream())
            .toList();
    return !peers.isEmpty()
        && peers.stream().allMatch(r -> 0 <= r.routesUp() && r.routesUp() < peers.size());
  }

  private static String complaint(Node node) {
    return node.report()
        .map(report -> "asks to be replaced" + (report.why().isEmpty() ? "" : ": " + report.why()))
        .orElse("is silent for " + node.silence().toSeconds() + " s, and no peer is linked to it");
  }
}
