package dev.natsfleet.operator.reconcile;

import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.plan.CallFailure;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.Step.DeleteGroup;
import dev.natsfleet.operator.plan.Step.DeleteTemplate;
import dev.natsfleet.operator.plan.StepDescription;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.operator.port.OwnedResource;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.values.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the steps of one pass: each is noted in the journal, becomes one call of one port, and
 * is made at most once in a pass. It stops at the first call that fails.
 */
final class StepExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(StepExecutor.class);

  /**
   * So long after the first look a plan is not carried on: the process may have been stopped, and
   * another operator may have taken its place. A whole pass takes a few seconds; a look at AWS and
   * DynamoDB whose calls are not answered takes 50 s.
   */
  private static final Duration PLAN_LIFE = Duration.ofSeconds(55);

  private final Ports ports;
  private final Clocks clocks;
  private final List<Step> done = new ArrayList<>();
  private final Set<String> attempted = new HashSet<>();
  private final List<CallFailure> failures = new ArrayList<>();
  private boolean stopped;

  StepExecutor(Ports ports, Clocks clocks) {
    this.ports = ports;
    this.clocks = clocks;
  }

  /**
   * Executes the plan up to a step after which it has to be made anew, and says whether that is
   * worth it: whether something was done and nothing failed.
   *
   * @param observedAt when the look at the cluster began, nanoseconds of the monotonic clock
   */
  boolean execute(ClusterSnapshot cluster, Plan plan, long observedAt) {
    if (isOld(cluster, observedAt)) {
      return false;
    }
    int before = done.size();
    boolean journal = cluster.registry().value().filter(RegistrySnapshot::isActive).isPresent();
    if (journal) {
      stopOnFailure(false, () -> plan.ended().forEach(ports.control().journal()::end));
    }
    for (Step step : plan.steps()) {
      if (stopped || isOld(cluster, observedAt)) {
        break;
      }
      boolean isNew = attempted.add(StepDescription.of(step).id());
      boolean goesOn = isNew ? execute(step, cluster, journal) : isAside(step);
      if (stopped || !goesOn) {
        break;
      }
    }
    return done.size() > before && !stopped;
  }

  private boolean isOld(ClusterSnapshot cluster, long observedAt) {
    Duration age = Duration.ofNanos(clocks.nanos().getAsLong() - observedAt);
    boolean old = age.compareTo(PLAN_LIFE) > 0;
    if (old) {
      LOG.atWarn()
          .addKeyValue("cluster", cluster.desired().id())
          .addKeyValue("seconds", age.toSeconds())
          .log("a plan grew old and is not carried on; the next pass looks again");
    }
    return old;
  }

  /** Executes one step, and says whether the rest of its plan still holds. */
  private boolean execute(Step step, ClusterSnapshot cluster, boolean journal) {
    StepDescription description = StepDescription.of(step);
    if (isAside(step)) {
      writeAside(step, cluster);
    } else {
      stopOnFailure(
          isInKubernetes(step),
          () -> {
            Step exact = exact(step);
            if (journal && description.effect().isJournalled()) {
              note(StepDescription.of(exact));
            }
            write(exact, cluster);
          });
    }
    return description.effect() != StepDescription.StepEffect.LARGE;
  }

  /** A trial begins after the failures that there were, also those that nobody had to read yet. */
  private Step exact(Step step) {
    return step instanceof Step.TryTemplate trial && trial.newestFailure().isEmpty()
        ? new Step.TryTemplate(
            trial.spec(), trial.hash(), ports.groups().newestFailure(), trial.why())
        : step;
  }

  private void note(StepDescription step) {
    long now = clocks.wall().instant().getEpochSecond();
    ports
        .control()
        .journal()
        .begin(new StepJournal.Entry(step.id(), Redaction.urls(step.what()), now));
  }

  /**
   * Whether nothing else depends on the step, so that the others go on when it fails. Kubernetes
   * may refuse an address; a hook may be shown as waiting while AWS does not know of the wait yet,
   * or no more; the right to set tags may be missing. It is planned again as long as it is needed.
   */
  private static boolean isAside(Step step) {
    return step instanceof Step.PublishEndpoints
        || step instanceof Step.CorrectEndpoints
        || step instanceof Step.CompleteHook
        || step instanceof Step.CorrectTags;
  }

  private void writeAside(Step step, ClusterSnapshot cluster) {
    try {
      write(step, cluster);
    } catch (PortException e) {
      if (e.kind() != Kind.CONFLICT || isInKubernetes(step)) {
        failures.add(failure(isInKubernetes(step), e));
      }
    }
  }

  private void stopOnFailure(boolean kubernetes, Runnable write) {
    try {
      write.run();
    } catch (PortException e) {
      stopped = true;
      failures.add(failure(kubernetes, e));
    }
  }

  private static CallFailure failure(boolean kubernetes, PortException e) {
    String message = String.valueOf(e.getMessage());
    return kubernetes
        ? new CallFailure(new Note(Reason.KUBERNETES_UNREACHABLE, message), true)
        : CallFailure.of(e.kind(), message);
  }

  /** Whether it writes to the Service and its slices; everything else is in AWS. */
  private static boolean isInKubernetes(Step step) {
    return switch (step) {
      case Step.PublishEndpoints s -> true;
      case Step.CorrectEndpoints s -> true;
      case Step.DeleteEndpoints s -> true;
      case Step.Release s -> s.resource() == OwnedResource.SERVICE;
      case Step.TakeOver s -> s.resource() == OwnedResource.SERVICE;
      default -> false;
    };
  }

  private void write(Step step, ClusterSnapshot cluster) {
    switch (step) {
      case Step.CreateTables s -> ports.tables().create();
      case Step.TakeOver s -> new OwnerMarks(ports, cluster.desired().owner()).takeOver(s);
      case Step.Release s ->
          new OwnerMarks(ports, cluster.desired().owner())
              .release(s.resource(), clocks.wall().instant());
      case Step.StoreSettings s -> ports.control().put(s.settings());
      case Step.PromoteSettings s -> promote(s);
      case Step.CreateTemplate s -> ports.launchTemplates().create(s.spec(), s.description());
      case Step.MakeDefault s -> ports.launchTemplates().makeDefault(s.version());
      case Step.CreateGroup s -> ports.groups().create(s.spec());
      case Step.CorrectGroup s -> ports.groups().correct(s.spec(), Set.of(s.field()));
      case Step.TryTemplate s -> ports.groups().correct(s.spec(), Set.of(NodeGroupField.TEMPLATE));
      case Step.RollBack s -> ports.groups().correct(s.spec(), Set.of(NodeGroupField.TEMPLATE));
      case Step.Resize s -> ports.groups().resize(s.size());
      case Step.SpreadZones s -> ports.groups().resize(s.size());
      case Step.Terminate s -> ports.groups().terminate(s.instance(), s.capacity());
      case Step.TerminateForDeletion s ->
          ports.groups().terminate(s.instance(), CapacityPolicy.KEEP);
      case Step.CompleteHook s -> ports.groups().completeHook(s.instance(), s.hook(), s.result());
      case Step.SendOrder s -> send(s);
      case Step.PublishEndpoints s -> ports.endpoints().apply(s.serving());
      case Step.CorrectEndpoints s -> ports.endpoints().apply(s.serving());
      case Step.CorrectTags s -> ports.instances().setTags(s.instance(), s.tags());
      case Step.DeleteRow s -> ports.nodeRows().delete(s.row());
      case Step.PruneTemplate s -> ports.launchTemplates().prune(s.version());
      case Step.PruneSettings s -> ports.control().prune(s.revision());
      case DeleteGroup s -> ports.groups().delete();
      case DeleteTemplate s -> ports.launchTemplates().delete();
      case Step.DeleteTables s -> ports.tables().delete();
      case Step.DeleteEndpoints s -> ports.endpoints().delete();
    }
    done.add(step);
    LOG.atInfo()
        .addKeyValue("cluster", cluster.desired().id())
        .addKeyValue("step", Redaction.urls(StepDescription.of(step).what()))
        .addKeyValue("why", Redaction.urls(step.why()))
        .log("step done");
  }

  private void promote(Step.PromoteSettings step) {
    if (!ports.control().put(step.row())) {
      throw new PortException(
          Kind.CONFLICT, "the cluster's row belongs to another NatsCluster since it was read");
    }
  }

  private void send(Step.SendOrder step) {
    if (!ports.nodeRows().putOrder(step.to(), step.order())) {
      throw new PortException(
          Kind.CONFLICT,
          "the agent of " + step.to().instance() + " has restarted since its row was read");
    }
  }

  /** Reports a failure that does not stop the pass. */
  void report(CallFailure failure) {
    failures.add(failure);
  }

  /** Goes on with another plan after a refusal, which that plan reports. */
  void resume() {
    stopped = false;
    failures.clear();
    attempted.clear();
  }

  /** Why a step will fail again until somebody changes something, if one did. */
  Optional<Note> refusal() {
    return failures.stream().filter(f -> !f.temporary()).map(CallFailure::note).findFirst();
  }

  /** The steps that were made, in their order. */
  List<Step> done() {
    return done;
  }

  /** Whether the group or the template was deleted. */
  boolean hasDeleted() {
    return done.stream().anyMatch(s -> s instanceof DeleteGroup || s instanceof DeleteTemplate);
  }

  /** The calls that failed, in their order. */
  List<CallFailure> failures() {
    return failures;
  }
}
