package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.NodeReport;
import java.util.List;

/**
 * Which of the nodes that serve are linked to one another. A node whose own routes are gone must
 * not make its healthy peers look sick: where most of the nodes have routes to at least half of
 * their peers, they are the mesh, and the others are outside of it.
 *
 * @param serving nodes that serve
 * @param linked those of them that have routes to at least half of their peers
 */
record ServingMesh(int serving, int linked) {

  static ServingMesh of(List<ObservedNode> nodes) {
    List<ObservedNode> serving = nodes.stream().filter(ObservedNode::isServing).toList();
    long linked = serving.stream().filter(node -> isLinked(node, serving.size())).count();
    return new ServingMesh(serving.size(), Math.toIntExact(linked));
  }

  /** The node with what it should be linked to. */
  ObservedNode judge(ObservedNode node) {
    if (!node.isServing() || linked * 2 <= serving) {
      return node.withPeers(node.isServing() ? serving - 1 : serving, false);
    }
    return isLinked(node, serving)
        ? node.withPeers(linked - 1, false)
        : node.withPeers(serving - 1, routes(node) == 0);
  }

  private static boolean isLinked(ObservedNode node, int serving) {
    return routes(node) * 2 >= serving - 1;
  }

  private static int routes(ObservedNode node) {
    return node.report().map(NodeReport::routesUp).orElse(-1);
  }
}
