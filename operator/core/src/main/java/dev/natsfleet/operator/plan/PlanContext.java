package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.CloudSnapshot;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.registry.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the rules decide upon, once AWS and the registry could be read.
 *
 * @param cluster all that was observed
 * @param cloud the AWS side
 * @param registry the two tables
 * @param nodes the members of the group
 * @param resources what the specification asks for; empty if it cannot be met
 */
record PlanContext(
    ClusterSnapshot cluster,
    CloudSnapshot cloud,
    RegistrySnapshot registry,
    List<ObservedNode> nodes,
    Optional<DesiredResources> resources) {

  PlanContext {
    nodes = List.copyOf(nodes);
  }

  /** The context, or empty if AWS or the registry could not be read. */
  static Optional<PlanContext> of(ClusterSnapshot cluster) {
    return cluster
        .cloud()
        .value()
        .flatMap(
            cloud -> cluster.registry().value().map(registry -> context(cluster, cloud, registry)));
  }

  /** What AWS alone says, if it could be read: no node has a row. */
  static Optional<PlanContext> withoutRegistry(ClusterSnapshot cluster) {
    RegistrySnapshot unread = RegistrySnapshot.withoutContent(Tables.State.ABSENT, Set.of());
    return cluster.cloud().value().map(cloud -> context(cluster, cloud, unread));
  }

  private static PlanContext context(
      ClusterSnapshot cluster, CloudSnapshot cloud, RegistrySnapshot registry) {
    return new PlanContext(
        cluster, cloud, registry, cluster.nodes(), SpecificationRule.resources(cluster));
  }

  DesiredCluster desired() {
    return cluster.desired();
  }

  NatsClusterSpec spec() {
    return desired().spec();
  }

  Optional<NodeGroup> group() {
    return cloud.group();
  }

  /** Whether there is a group that stays. */
  boolean hasGroup() {
    return group().filter(group -> !group.deleting()).isPresent();
  }

  Optional<LaunchTemplate> template() {
    return cloud.template();
  }

  /** Members that count and whose end has not begun. */
  List<ObservedNode> staying() {
    return counting().stream().filter(n -> !n.member().lifecycle().isLeaving()).toList();
  }

  /** Members without those that somebody has set aside, which hold nothing up. */
  private List<ObservedNode> counting() {
    return nodes.stream().filter(n -> !n.member().lifecycle().isAway()).toList();
  }

  /** Members that the group counts on. */
  List<ObservedNode> inService() {
    return nodes.stream().filter(n -> n.member().lifecycle().isInService()).toList();
  }

  /** Ids of the steps that were begun and whose effect has not been seen. */
  Stream<String> journalIds() {
    return registry.journal().stream().map(StepJournal.Entry::id);
  }

  /** Whether the step was begun and its effect has not been seen. */
  boolean hasBegun(String id) {
    return journalIds().anyMatch(id::equals);
  }

  /** Whether every node but this one serves, and none starts or leaves. */
  boolean areOthersReady(ObservedNode but) {
    return areReadyBut(but::equals);
  }

  /** Whether every node but these serves, and none starts or leaves. */
  boolean areReadyBut(Predicate<ObservedNode> these) {
    return isComplete()
        && counting().stream().filter(these.negate()).allMatch(ObservedNode::isReady);
  }

  private boolean isComplete() {
    return group().filter(g -> g.desired() == counting().size()).isPresent();
  }
}
