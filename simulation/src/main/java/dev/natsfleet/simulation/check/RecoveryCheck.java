package dev.natsfleet.simulation.check;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.registry.Tables;
import dev.natsfleet.simulation.cloud.CloudLaunchTemplates;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Liveness: once all is well around it, a cluster becomes Ready as declared, or Stalled with the
 * reason that names the cause, or nothing is left of it if it was deleted.
 */
public final class RecoveryCheck {

  /** Within which a cluster comes back. */
  public static final Duration LIMIT = Duration.ofMinutes(30);

  private static final Duration STEP = Duration.ofSeconds(5);

  /** A cluster that is well for a moment only does not count. */
  private static final Duration WELL_FOR = Duration.ofSeconds(60);

  private final SimulatedWorld world;

  /** The check of one world. */
  public RecoveryCheck(SimulatedWorld world) {
    this.world = world;
  }

  /** Lets the world run until it is well or the time is over; says what is wrong then. */
  public Optional<String> await() {
    long end = world.clock().nanos() + LIMIT.toNanos();
    long wellSince = world.clock().nanos();
    while (world.clock().nanos() < end && !world.clock().isStopped()) {
      world.clock().advance(STEP);
      wellSince = problem().isEmpty() ? wellSince : world.clock().nanos();
      if (world.clock().nanos() - wellSince >= WELL_FOR.toNanos()) {
        return Optional.empty();
      }
    }
    return problem();
  }

  /** What keeps the cluster from being well now. */
  private Optional<String> problem() {
    if (world.kubernetes().object().isEmpty()) {
      return left();
    } else if (isStalledForACause()) {
      return Optional.empty();
    } else if (world.kubernetes().lastObject().deleting()) {
      return Optional.of("the object is still being deleted: " + conditions());
    }
    return unready();
  }

  private Optional<String> left() {
    if (!world.kubernetes().isEndingFleet()) {
      return Optional.empty();
    } else if (world.group().isPresent() || !world.machines().on().isEmpty()) {
      return Optional.of(
          "the object is gone, and %d machines are left".formatted(world.machines().on().size()));
    }
    boolean all = world.kubernetes().lastObject().spec().deletionPolicy() == DeletionPolicy.Delete;
    return all ? leftOfResources() : Optional.empty();
  }

  private Optional<String> leftOfResources() {
    if (template().isPresent()) {
      return Optional.of("the object is gone, and its launch template is left");
    } else if (world.registry().tables(SimulatedWorld.OWNER).state() != Tables.State.ABSENT) {
      return Optional.of("the object is gone, and its tables are left");
    }
    return world.kubernetes().addresses().isEmpty()
        ? Optional.empty()
        : Optional.of("the object is gone, and addresses are left in its Service");
  }

  private Optional<LaunchTemplate> template() {
    return new CloudLaunchTemplates(world.cloud(), SimulatedWorld.GROUP).observe();
  }

  private Optional<String> unready() {
    GroundTruth truth = GroundTruth.of(world);
    long generation = world.kubernetes().lastObject().generation();
    boolean ready =
        world
            .kubernetes()
            .condition("Ready")
            .filter(c -> c.status().equals("True") && c.observedGeneration() == generation)
            .isPresent();
    if (!ready && StatusWrites.areAllowed(world)) {
      return Optional.of("the status does not become Ready: " + conditions());
    } else if (truth.serving().size() != truth.desired() || !truth.isWhole(world)) {
      return Optional.of(
          "%d nodes serve, %d are declared: %s"
              .formatted(truth.serving().size(), truth.desired(), conditions()));
    } else if (!world.kubernetes().addresses().equals(truth.endpoints())) {
      return Optional.of(
          "the Service has %s, serving are %s"
              .formatted(world.kubernetes().addresses(), truth.endpoints()));
    }
    List<SimulatedMachine> outdated = truth.outdated(world);
    return outdated.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d nodes do not run as declared: %s".formatted(outdated.size(), conditions()));
  }

  /** Whether the status says what is in the way, and that is so. */
  private boolean isStalledForACause() {
    if (!StatusWrites.areAllowed(world) && (isUnmarked() || hasBadSettings())) {
      return true; // it would say so if it could
    }
    return world
        .kubernetes()
        .condition("Stalled")
        .filter(condition -> condition.status().equals("True"))
        .filter(this::isCaused)
        .isPresent();
  }

  /** Its reason is that of the first refusal, its message has all of them. */
  private boolean isCaused(Condition stalled) {
    boolean refused = stalled.message().contains("refused settings") && hasBadSettings();
    return switch (stalled.reason()) {
      case "ForeignResource", "OwnerUnknown" ->
          isUnmarked()
              || world.kubernetes().isServiceUnmarked()
              || world.kubernetes().isServiceForeign();
      case "RolloutFailed" -> hasBadSettings();
      case "NotFound" -> isUnusable() || refused;
      case "MaxBelowDesired" -> true;
      default -> false;
    };
  }

  /** A cluster that serves from an image goes on when that image is gone. */
  private boolean isUnusable() {
    Set<String> images = world.images().wanted();
    return world.missingResources().stream().anyMatch(images::contains)
        && GroundTruth.of(world).serving().stream().noneMatch(m -> images.contains(m.imageId()));
  }

  private boolean hasBadSettings() {
    Object metadata =
        world.kubernetes().lastObject().spec().server().config().get("server_metadata");
    return metadata != null && !metadata.toString().contains(SampleSpec.PLAIN);
  }

  /** Whether group or launch template have lost the mark that says whose they are. */
  private boolean isUnmarked() {
    boolean template =
        template().filter(there -> !SimulatedWorld.OWNER.equals(there.owner())).isPresent();
    return template || world.group().filter(RecoveryCheck::isOurs).isEmpty();
  }

  static boolean isOurs(GroupView group) {
    return group.tags().stream()
        .filter(tag -> tag.key().equals(ResourceTags.OWNER))
        .map(GroupTag::value)
        .anyMatch(SimulatedWorld.OWNER::equals);
  }

  private String conditions() {
    return Optional.ofNullable(world.kubernetes().status()).stream()
        .flatMap(status -> status.conditions().stream())
        .map(c -> c.type() + "=" + c.status() + " " + c.reason() + " " + c.message())
        .toList()
        .toString();
  }
}
