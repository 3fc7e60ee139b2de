package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.NodeReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the nodes that serve are linked to one another. A node whose own routes are gone must
 * not make its healthy peers look sick: where most of the nodes have routes to at least half of
 * their peers, they are the mesh, and the others are outside of it. Both sides have to say so: a
 * node that one of the mesh names, or whose route may be one that is only counted, is mistaken if
 * it tells of no routes.
 *
 * @param serving how many nodes serve
 * @param outside instance ids of those that are outside
 */
record ServingMesh(int serving, Set<String> outside) {

  static ServingMesh of(List<ObservedNode> nodes) {
    List<ObservedNode> serving = nodes.stream().filter(ObservedNode::isServing).toList();
    List<ObservedNode> linked =
        serving.stream().filter(node -> isLinked(node, serving.size())).toList();
    boolean most = linked.size() * 2 > serving.size();
    Set<String> outside =
        serving.stream()
            .filter(node -> most && !isLinked(node, serving.size()) && isMissedBy(linked, node))
            .map(ObservedNode::instance)
            .collect(Collectors.toUnmodifiableSet());
    return new ServingMesh(serving.size(), outside);
  }

  /** The node with what it should be linked to. */
  ObservedNode judge(ObservedNode node) {
    if (!node.isServing()) {
      return node.withPeers(serving, false);
    } else if (outside.contains(node.instance())) {
      return node.withPeers(serving - 1, routes(node) == 0);
    }
    return isLinked(node, serving)
        ? node.withPeers(serving - outside.size() - 1, false)
        : node.withPeers(serving - 1, false);
  }

  /** Whether none of the mesh is linked to it, by name, or by as many routes as the mesh has. */
  private static boolean isMissedBy(List<ObservedNode> linked, ObservedNode node) {
    List<NodeReport> mesh = linked.stream().flatMap(one -> one.report().stream()).toList();
    return mesh.stream().allMatch(report -> report.linkedServers().isPresent())
        ? mesh.stream().noneMatch(report -> report.isLinkedTo(node.server()))
        : mesh.stream().allMatch(report -> report.routesUp() < linked.size());
  }

  private static boolean isLinked(ObservedNode node, int serving) {
    return routes(node) * 2 >= serving - 1;
  }

  private static int routes(ObservedNode node) {
    return node.report().map(NodeReport::routesUp).orElse(-1);
  }
}
