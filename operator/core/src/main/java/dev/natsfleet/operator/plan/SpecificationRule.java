package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.desired.ImagePin;
import dev.natsfleet.operator.desired.SpecValidator;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.operator.observe.ResolvedReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the resources that the specification asks for, or why it cannot be met. A new cluster whose
 * specification cannot be met changes nothing, so that nothing half-made stays behind. A running
 * one goes on with the template or the subnets that its group has: only what needs the missing
 * thing waits for it.
 */
final class SpecificationRule {

  private SpecificationRule() {}

  /** Reports everything that is wrong with the specification. */
  static void plan(PlanContext context, PlanBuilder plan) {
    List<Note> invalid = invalid(context.desired());
    invalid.forEach(note -> plan.refuse(note.reason(), note.message()));
    context
        .cluster()
        .references()
        .failure()
        .map(f -> CallFailure.of(f.kind(), f.message()))
        .ifPresent(failure -> report(failure, context, plan));
    if (invalid.isEmpty()) {
      context.cluster().references().value().ifPresent(found -> report(found, context, plan));
    }
  }

  private static void report(ResolvedReferences found, PlanContext context, PlanBuilder plan) {
    missing(context.spec(), found)
        .forEach(note -> plan.refuse(note.reason(), note.message() + consequence(context)));
    found
        .newerImage()
        .filter(newer -> found.image().isPresent())
        .ifPresent(newer -> offer(newer, context, plan));
  }

  /** A parameter that names another image is no change of the specification. */
  private static void offer(String newer, PlanContext context, PlanBuilder plan) {
    DesiredCluster desired = context.desired();
    plan.offer(
        Reason.NEWER_IMAGE,
        "%s names %s now; the fleet stays with %s until image, instance type, security groups or profile in spec.nodes change, or somebody asks for it: kubectl annotate natscluster %s -n %s --overwrite %s=%s"
            .formatted(
                Objects.toString(desired.spec().nodes().image().parameter()),
                newer,
                context.resources().map(r -> r.template().image()).orElse("its image"),
                desired.id().name(),
                desired.id().namespace(),
                ObjectAnnotations.ROLL_OUT,
                newer));
  }

  /** Nothing that a running fleet needs is postponed for what cannot be read. */
  private static void report(CallFailure failure, PlanContext context, PlanBuilder plan) {
    if (context.resources().isEmpty() || !failure.temporary()) {
      failure.addTo(plan);
    } else {
      plan.warn(failure.note().reason(), failure.note().message() + consequence(context));
    }
  }

  private static String consequence(PlanContext context) {
    return context.resources().isPresent()
        ? "; until then the fleet goes on with the template and the subnets that its group has"
        : "";
  }

  /** The resources that the specification asks for, if it can be met. */
  static Optional<DesiredResources> resources(ClusterSnapshot cluster) {
    DesiredCluster desired = cluster.desired();
    if (!invalid(desired).isEmpty()) {
      return Optional.empty();
    }
    ResolvedReferences found = cluster.references().value().orElse(ResolvedReferences.NONE);
    NodeTemplate nodes = desired.spec().nodes();
    DesiredResources resources =
        DesiredResources.render(
                desired.id(), desired.owner(), desired.spec(), found.image().orElse(""))
            .withPin(ImagePin.of(nodes, desired.rollOut()));
    return Optional.of(resources)
        .flatMap(
            r ->
                found.hasTemplateOf(nodes) ? Optional.of(r) : RunningFleet.holdTemplate(cluster, r))
        .flatMap(
            r -> found.hasSubnetsOf(nodes) ? Optional.of(r) : RunningFleet.holdSubnets(cluster, r));
  }

  private static List<Note> invalid(DesiredCluster desired) {
    return SpecValidator.problems(desired.spec()).stream()
        .map(problem -> new Note(Reason.INVALID_SPEC, problem))
        .toList();
  }

  /** What the specification names and the Region does not have. */
  private static List<Note> missing(NatsClusterSpec spec, ResolvedReferences references) {
    NodeTemplate nodes = spec.nodes();
    List<Note> missing = new ArrayList<>();
    if (references.image().isEmpty()) {
      missing.add(missingImage(nodes.image(), references.newerImage(), spec.region()));
    }
    nodes.subnets().stream()
        .filter(subnet -> !references.zones().containsKey(subnet))
        .map(subnet -> missing("spec.nodes.subnets", subnet, spec.region()))
        .forEach(missing::add);
    nodes.securityGroups().stream()
        .filter(group -> !references.securityGroups().contains(group))
        .map(group -> missing("spec.nodes.securityGroups", group, spec.region()))
        .forEach(missing::add);
    return missing;
  }

  private static Note missingImage(
      NodeTemplate.Image image, Optional<String> newer, String region) {
    if (newer.isPresent()) {
      return new Note(
          Reason.NOT_FOUND,
          "spec.nodes.image.parameter: the image that %s named for this fleet does not exist in %s any more; it names %s now: set the annotation %s=%s to take it"
              .formatted(
                  Objects.toString(image.parameter()),
                  region,
                  newer.get(),
                  ObjectAnnotations.ROLL_OUT,
                  newer.get()));
    }
    return image.id() != null
        ? missing("spec.nodes.image.id", image.id(), region)
        : missing("spec.nodes.image.parameter", Objects.toString(image.parameter()), region);
  }

  private static Note missing(String field, String value, String region) {
    return new Note(
        Reason.NOT_FOUND,
        "%s: %s does not exist in %s; name one that this account can see there"
            .formatted(field, value, region));
  }
}
