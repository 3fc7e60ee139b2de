package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.NodeReport;
import java.util.List;

/**
 * Which of the nodes that serve are linked to one another. A node whose own routes are gone must
 * not make its healthy peers look sick: where most of the nodes have routes to at least half of
 * their peers, they are the mesh, and the others are outside of it. Both sides have to say so: as
 * long as one of the mesh has more routes than it has peers there, a node that tells of no routes
 * is mistaken.
 *
 * @param serving nodes that serve
 * @param linked those of them that have routes to at least half of their peers
 * @param routes the most routes that one of those has
 */
record ServingMesh(int serving, int linked, int routes) {

  static ServingMesh of(List<ObservedNode> nodes) {
    List<ObservedNode> serving = nodes.stream().filter(ObservedNode::isServing).toList();
    List<Integer> linked =
        serving.stream()
            .filter(node -> isLinked(node, serving.size()))
            .map(ServingMesh::routes)
            .toList();
    return new ServingMesh(
        serving.size(), linked.size(), linked.stream().max(Integer::compare).orElse(0));
  }

  /** The node with what it should be linked to. */
  ObservedNode judge(ObservedNode node) {
    boolean split = linked * 2 > serving && routes < linked;
    if (!node.isServing() || !split) {
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
