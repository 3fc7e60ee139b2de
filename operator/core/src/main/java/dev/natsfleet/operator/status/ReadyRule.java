package dev.natsfleet.operator.status;

import dev.natsfleet.operator.observe.CloudSnapshot;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.status.Conditions.Judgement;
import dev.natsfleet.operator.status.Conditions.Standing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The condition Ready: as many nodes as declared serve, and they run as declared. {@code kubectl
 * wait}, kstatus, Argo CD and Flux read it, so a specification that is still being rolled out, or
 * that is refused, is not Ready. What cannot be observed is Unknown.
 */
final class ReadyRule {

  private static final String TYPE = "Ready";

  /** Refusals that say that nodes do not run as declared. Others refuse what is still to come. */
  private static final Set<Reason> OBSTACLES =
      EnumSet.of(
          Reason.INVALID_SPEC,
          Reason.FOREIGN_RESOURCE,
          Reason.OWNER_UNKNOWN,
          Reason.ROLLOUT_FAILED);

  private ReadyRule() {}

  static Judgement judge(ClusterSnapshot cluster, Plan plan) {
    NodeCounts counts = NodeCounts.of(cluster);
    String count = "%d of %d nodes are ready".formatted(counts.ready(), counts.desired());
    Optional<Reason> unseen = Phase.unseen(cluster);
    if (unseen.isPresent()) {
      return new Judgement(
          TYPE, Standing.UNKNOWN, new Note(unseen.get(), "the group cannot be seen"));
    } else if (cluster.desired().deleting()) {
      return new Judgement(
          TYPE,
          Standing.FALSE,
          new Note(Reason.DELETING, counts.ready() + " nodes are ready; the object is deleted"));
    } else if (cluster.registry().failure().isPresent()) {
      return unknown(Reason.REGISTRY_UNREACHABLE, "the registry cannot be read");
    } else if (!cluster.isRegistryTrusted()) {
      return unknown(Reason.REGISTRY_SILENT, "no agent is heard");
    } else if (cluster.group().isEmpty() || !counts.isComplete()) {
      return new Judgement(TYPE, Standing.FALSE, new Note(Reason.NOT_READY, count));
    } else if (counts.replicas() > counts.desired()) {
      return new Judgement(
          TYPE,
          Standing.FALSE,
          new Note(
              Reason.NOT_READY,
              "%d nodes are there, %d are wanted".formatted(counts.replicas(), counts.desired())));
    }
    return obstacle(cluster, plan)
        .map(
            note ->
                new Judgement(
                    TYPE,
                    Standing.FALSE,
                    new Note(note.reason(), count + ", but not as declared: " + note.message())))
        .orElseGet(() -> new Judgement(TYPE, Standing.TRUE, new Note(Reason.ALL_READY, count)));
  }

  private static Judgement unknown(Reason reason, String message) {
    return new Judgement(
        TYPE, Standing.UNKNOWN, new Note(reason, message + ", so nobody knows which nodes serve"));
  }

  /** Why nodes that serve do not run as declared: a refusal, or an update that is under way. */
  private static Optional<Note> obstacle(ClusterSnapshot cluster, Plan plan) {
    return plan.refusals().stream()
        .filter(note -> OBSTACLES.contains(note.reason()))
        .findFirst()
        .or(() -> Phase.update(plan))
        .or(() -> otherImage(cluster, plan));
  }

  /**
   * The refusal of an image that does not exist, where the group launches from another. Where it is
   * the image that nodes run with, and somebody has deleted it since, they run as declared.
   */
  private static Optional<Note> otherImage(ClusterSnapshot cluster, Plan plan) {
    String declared = cluster.desired().spec().nodes().image().id();
    boolean differs =
        cluster
            .group()
            .flatMap(group -> Optional.ofNullable(group.templateVersion()))
            .flatMap(number -> cluster.cloud().value().flatMap(c -> version(c, number)))
            .filter(version -> declared != null && !version.image().equals(declared))
            .isPresent();
    return plan.refusals().stream()
        .filter(note -> differs && note.reason() == Reason.NOT_FOUND)
        .findFirst();
  }

  private static Optional<LaunchTemplate.Version> version(CloudSnapshot cloud, long number) {
    return cloud.template().flatMap(template -> template.version(number));
  }
}
