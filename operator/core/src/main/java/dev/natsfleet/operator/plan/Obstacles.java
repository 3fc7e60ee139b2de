package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.observe.Cloud;
import dev.natsfleet.operator.observe.Found;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.settings.SpecCheck;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Released;
import dev.natsfleet.registry.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a plan cannot be made, or not be begun. */
final class Obstacles {

  private Obstacles() {}

  /** What could not be seen and without which nothing is decided. */
  static List<Trouble> blindness(Observed observed) {
    List<Trouble> troubles = new ArrayList<>();
    observed.cloud().unread().map(u -> Trouble.of(u.kind(), u.message())).ifPresent(troubles::add);
    observed
        .registry()
        .unread()
        .map(u -> Trouble.ofRegistry(u.kind(), u.message()))
        .ifPresent(troubles::add);
    return troubles;
  }

  /** What exists under our names and belongs to somebody else. */
  static List<String> foreign(Situation situation) {
    String owner = situation.wish().owner();
    String name = situation.wish().id().awsName();
    Cloud cloud = situation.cloud();
    List<String> foreign = new ArrayList<>();
    cloud
        .group()
        .filter(g -> !owner.equals(g.owner()))
        .map(g -> belongs("Auto Scaling group " + name + ".core", g.owner()))
        .ifPresent(foreign::add);
    cloud
        .template()
        .filter(t -> !owner.equals(t.owner()))
        .map(t -> belongs("launch template " + name + ".core", t.owner()))
        .ifPresent(foreign::add);
    tables(situation.registry(), situation.wish().id(), owner)
        .map(by -> belongs("tables " + name + " and " + name + "-control", by.orElse(null)))
        .ifPresent(foreign::add);
    return foreign;
  }

  private static Optional<Optional<String>> tables(
      Registry registry, ClusterId cluster, String owner) {
    Optional<String> row =
        registry
            .cluster()
            .map(c -> c.owner())
            .filter(o -> !o.equals(owner) && !Released.marks(cluster, o));
    boolean foreign = registry.tables() == Tables.State.FOREIGN || row.isPresent();
    return foreign ? Optional.of(row) : Optional.empty();
  }

  private static String belongs(String thing, @Nullable String owner) {
    return "%s belongs to %s; delete it or give this NatsCluster another name"
        .formatted(
            thing,
            owner == null
                ? "nobody known (no tag natsfleet:owner)"
                : "the NatsCluster with UID " + owner);
  }

  /** What the specification itself has wrong. */
  static List<Note> invalid(NatsClusterSpec spec) {
    return SpecCheck.problems(spec).stream().map(p -> new Note(Reason.INVALID_SPEC, p)).toList();
  }

  /** What the specification names and the Region does not have. */
  static List<Note> missing(NatsClusterSpec spec, Found found) {
    NodeTemplate nodes = spec.nodes();
    List<Note> missing = new ArrayList<>();
    if (found.image().isEmpty()) {
      missing.add(image(nodes.image(), spec.region()));
    }
    nodes.subnets().stream()
        .filter(subnet -> !found.zones().containsKey(subnet))
        .map(subnet -> absent("spec.nodes.subnets", subnet, spec.region()))
        .forEach(missing::add);
    nodes.securityGroups().stream()
        .filter(group -> !found.securityGroups().contains(group))
        .map(group -> absent("spec.nodes.securityGroups", group, spec.region()))
        .forEach(missing::add);
    return missing;
  }

  private static Note image(NodeTemplate.Image image, String region) {
    return image.id() != null
        ? absent("spec.nodes.image.id", image.id(), region)
        : absent("spec.nodes.image.parameter", Objects.toString(image.parameter()), region);
  }

  private static Note absent(String field, String value, String region) {
    return new Note(
        Reason.NOT_FOUND,
        "%s: %s does not exist in %s; name one that this account can see there"
            .formatted(field, value, region));
  }
}
