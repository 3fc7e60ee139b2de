package dev.natsfleet.operator.observe;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.crds.NodeTemplate.Image;
import dev.natsfleet.operator.desired.ImagePin;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.registry.Liveness;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Reads everything about a cluster. It remembers since when each row has not changed and each node
 * has been ready or without routes, and whether group and template were there.
 */
public final class Observer {

  private final Ports ports;
  private final LongSupplier nanos;
  private final AbsenceGuard group = new AbsenceGuard("the Auto Scaling group");
  private final AbsenceGuard template = new AbsenceGuard("the launch template");
  private final SteadyMembers steady = new SteadyMembers();
  private final RowlessMembers rowless = new RowlessMembers();
  private Optional<Long> deletingSince = Optional.empty();
  private final ReadyHistory ready = new ReadyHistory();
  private final PeerRoutes peerRoutes = new PeerRoutes();
  private Liveness liveness = Liveness.NONE;

  /**
   * An observer that has seen no row yet.
   *
   * @param nanos a monotonic clock
   */
  public Observer(Ports ports, LongSupplier nanos) {
    this.ports = ports;
    this.nanos = nanos;
  }

  /** Reads AWS, Kubernetes and the registry; a read that fails is a value. */
  public ClusterSnapshot observe(DesiredCluster desired) {
    ReadResult<CloudSnapshot> cloud = ReadResult.of(() -> cloud(desired.deleting()));
    ClusterSnapshot seen =
        new ClusterSnapshot(
            desired,
            cloud,
            ReadResult.of(
                () -> references(desired, cloud.value().flatMap(CloudSnapshot::template))),
            registryWithLiveness(cloud.value().flatMap(CloudSnapshot::group)),
            ReadResult.of(ports.endpoints()::observe),
            deletingFor(desired.deleting()),
            Optional.empty(),
            NodeAges.NONE);
    List<ObservedNode> nodes = seen.nodes();
    long now = nanos.getAsLong();
    return seen.withAges(new NodeAges(ready.observe(nodes, now), peerRoutes.observe(nodes, now)));
  }

  private Duration deletingFor(boolean deleting) {
    long now = nanos.getAsLong();
    deletingSince = deleting ? deletingSince.or(() -> Optional.of(now)) : Optional.empty();
    return Duration.ofNanos(now - deletingSince.orElse(now));
  }

  /** Group or template are being deleted by this operator: their absence is no surprise. */
  public void expectAbsence() {
    group.expect();
    template.expect();
  }

  private CloudSnapshot cloud(boolean deleting) {
    Duration patience = deleting ? AbsenceGuard.DELETION : AbsenceGuard.USUAL;
    Optional<NodeGroup> seen = ports.groups().observe();
    Optional<NodeGroup> believed = group.believe(seen, patience, nanos.getAsLong());
    if (believed.filter(NodeGroup::deleting).isPresent()) {
      group.expect();
    }
    Optional<LaunchTemplate> ours =
        template.believe(ports.launchTemplates().observe(), patience, nanos.getAsLong());
    return new CloudSnapshot(
        believed.map(seenGroup -> ours.map(t -> seenGroup.of(t.id())).orElse(seenGroup)),
        ours,
        ports.instances().observe(),
        steady.observe(believed, nanos.getAsLong()));
  }

  private ResolvedReferences references(DesiredCluster desired, Optional<LaunchTemplate> template) {
    NodeTemplate nodes = desired.spec().nodes();
    String pin = ImagePin.of(nodes, desired.rollOut());
    Optional<String> pinned = template.flatMap(t -> ImagePin.image(t, pin));
    Optional<String> newer = pinned.flatMap(image -> newer(nodes.image(), image));
    Image wanted = pinned.map(id -> new Image(id, null)).orElse(nodes.image());
    return new ResolvedReferences(
        ports.regionResources().image(wanted),
        newer,
        ports.regionResources().zones(nodes.subnets()),
        ports.regionResources().securityGroups(nodes.securityGroups()));
  }

  /** Nothing waits for what the parameter of a pinned image names: if unread, it is unknown. */
  private Optional<String> newer(Image parameter, String pinned) {
    return ReadResult.of(() -> ports.regionResources().image(parameter))
        .value()
        .flatMap(Function.identity())
        .filter(image -> !image.equals(pinned));
  }

  /** While the registry cannot be read, no row grows silent. */
  private ReadResult<RegistrySnapshot> registryWithLiveness(Optional<NodeGroup> members) {
    ReadResult<RegistrySnapshot> registry = ReadResult.of(() -> registry(members));
    if (registry.failure().isPresent()) {
      liveness = liveness.afterFailedRead();
      rowless.forget();
    }
    return registry;
  }

  private RegistrySnapshot registry(Optional<NodeGroup> members) {
    RegistrySnapshot seen = registry();
    return seen.withRowless(rowless.observe(members, seen, nanos.getAsLong()));
  }

  private RegistrySnapshot registry() {
    Tables.State tables = ports.tables().state();
    if (tables != Tables.State.ACTIVE) {
      return RegistrySnapshot.withoutContent(
          tables, tables == Tables.State.FOREIGN ? ports.tables().holders() : Set.of());
    }
    List<NodeRow> rows = ports.nodeRows().rows();
    liveness = liveness.observe(rows, nanos.getAsLong());
    return new RegistrySnapshot(
        tables,
        Set.of(),
        ports.control().cluster(),
        ports.control().revisions(),
        ports.control().journal().open(),
        rows.stream().map(this::row).toList(),
        Map.of());
  }

  private RegistrySnapshot.Row row(NodeRow row) {
    return new RegistrySnapshot.Row(row, liveness.silence(row.ip()), liveness.age(row.ip()));
  }
}
