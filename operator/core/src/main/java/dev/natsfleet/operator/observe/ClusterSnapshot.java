package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.ServiceEndpoints.Published;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was observed of a cluster at one time.
 *
 * @param desired what the user wants
 * @param cloud the AWS side
 * @param references which of the resources that the specification names exist
 * @param registry the two tables
 * @param endpoints where applications are sent
 * @param deletingFor since this operator first saw that the object is being deleted
 * @param otherRollout another cluster of this operator that replaces nodes for a new template now
 * @param ages for how long nodes have been as they are
 */
public record ClusterSnapshot(
    DesiredCluster desired,
    ReadResult<CloudSnapshot> cloud,
    ReadResult<ResolvedReferences> references,
    ReadResult<RegistrySnapshot> registry,
    ReadResult<Published> endpoints,
    Duration deletingFor,
    Optional<ClusterId> otherRollout,
    NodeAges ages) {

  /** The same while this other cluster rolls out, or none. */
  public ClusterSnapshot withOtherRollout(Optional<ClusterId> other) {
    return new ClusterSnapshot(
        desired, cloud, references, registry, endpoints, deletingFor, other, ages);
  }

  /** The same with this knowledge of how long nodes have been as they are. */
  ClusterSnapshot withAges(NodeAges known) {
    return new ClusterSnapshot(
        desired, cloud, references, registry, endpoints, deletingFor, otherRollout, known);
  }

  /** For how long the node has been ready with the settings that it runs. */
  public Duration readyFor(ObservedNode node) {
    return ages.readyFor().getOrDefault(node.instance(), Duration.ZERO);
  }

  /**
   * Whether no peer of the node has told of a route to it for the period in which a row counts as
   * alive, so that each has said it twice.
   */
  public boolean isUnlinked(ObservedNode node) {
    Duration unlinked = ages.unlinkedFor().get(node.instance());
    return unlinked != null && !isAlive(unlinked);
  }

  /** Whether everything could be read that a rollout is planned from. */
  public boolean isRead() {
    return cloud.failure().isEmpty()
        && registry.failure().isEmpty()
        && references.failure().isEmpty();
  }

  /** The group, if it was seen and there is one. */
  public Optional<NodeGroup> group() {
    return cloud.value().flatMap(CloudSnapshot::group);
  }

  /** The members of the group, in the order of their ids. */
  public List<ObservedNode> nodes() {
    List<ObservedNode> alone =
        group().stream()
            .flatMap(group -> group.members().stream())
            .sorted(Comparator.comparing(GroupMember::instance))
            .map(this::withoutPeers)
            .toList();
    ServingMesh mesh = ServingMesh.of(alone);
    return alone.stream().map(mesh::judge).toList();
  }

  /**
   * Whether the registry can be trusted about which nodes are alive: it was read, and not all rows
   * are silent at once, which would say more about the registry than about the nodes.
   */
  public boolean isRegistryTrusted() {
    return registry
        .value()
        .filter(r -> hasNobody(r) || r.rows().stream().anyMatch(row -> isAlive(row.silence())))
        .isPresent();
  }

  private boolean hasNobody(RegistrySnapshot seen) {
    return seen.rows().isEmpty()
        && group().stream()
            .flatMap(group -> group.members().stream())
            .noneMatch(member -> member.lifecycle().isInService());
  }

  /** Whether a row that has been silent for so long counts as alive. */
  public boolean isAlive(Duration silence) {
    return silence.toSeconds() < desired.spec().registration().aliveSeconds();
  }

  private ObservedNode withoutPeers(GroupMember member) {
    Optional<RegistrySnapshot.ManagedRow> row =
        registry.value().flatMap(r -> r.rowOf(member.instance()));
    Duration silence =
        row.map(RegistrySnapshot.ManagedRow::silence)
            .or(() -> registry.value().map(r -> r.rowless().get(member.instance())))
            .orElse(Duration.ZERO);
    Optional<NodeRow.Managed> said = row.map(RegistrySnapshot.ManagedRow::row);
    return new ObservedNode(
        member,
        cloud.value().flatMap(c -> c.instance(member.instance())),
        said,
        silence,
        said.isPresent() && isAlive(silence),
        row.filter(r -> isAlive(r.age())).isPresent(),
        0,
        false);
  }
}
