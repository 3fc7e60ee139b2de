package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.Endpoints.Endpoint;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Member;
import dev.natsfleet.registry.NodeRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One look at the world.
 *
 * @param wish what the user wants
 * @param cloud the AWS side
 * @param found what exists of the things that the specification names
 * @param registry the two tables
 * @param endpoints where applications are sent
 */
public record Observed(
    Wish wish,
    Reading<Cloud> cloud,
    Reading<Found> found,
    Reading<Registry> registry,
    Reading<SortedSet<Endpoint>> endpoints) {

  /** The group, if it was seen and there is one. */
  public Optional<Group> group() {
    return cloud.seen().flatMap(Cloud::group);
  }

  /** The members of the group, in the order of their ids. */
  public List<Node> nodes() {
    List<Node> alone =
        group().stream()
            .flatMap(group -> group.members().stream())
            .sorted(Comparator.comparing(Member::instance))
            .map(this::alone)
            .toList();
    int serving = Math.toIntExact(alone.stream().filter(Node::serving).count());
    return alone.stream().map(node -> node.among(serving)).toList();
  }

  /**
   * Whether the registry's word on the living is worth something: it was read, and not every node
   * fell silent at once, which says more about the registry than about the nodes.
   */
  public boolean trusted() {
    return registry
        .seen()
        .filter(r -> nobody(r) || r.rows().stream().anyMatch(row -> alive(row.silence())))
        .isPresent();
  }

  private boolean nobody(Registry seen) {
    return seen.rows().isEmpty()
        && group().stream()
            .flatMap(group -> group.members().stream())
            .noneMatch(member -> member.lifecycle().inService());
  }

  /** Whether a row that has been silent for so long counts as alive. */
  public boolean alive(Duration silence) {
    return silence.toSeconds() < wish.spec().registration().aliveSeconds();
  }

  private Node alone(Member member) {
    Optional<Registry.FleetRow> row = registry.seen().flatMap(r -> r.of(member.instance()));
    Duration silence = row.map(Registry.FleetRow::silence).orElse(Duration.ZERO);
    Optional<NodeRow.Fleet> said = row.map(Registry.FleetRow::row);
    return new Node(
        member,
        cloud.seen().flatMap(c -> c.instance(member.instance())),
        said,
        silence,
        said.isPresent() && alive(silence),
        0);
  }
}
