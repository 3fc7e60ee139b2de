package dev.natsfleet.simulation.kubernetes;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.ClusterStatus;
import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ClusterId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One NatsCluster object and its Service in an API server. */
public final class SimulatedKubernetes implements ServiceEndpoints, ClusterStatus {

  private final List<Runnable> watchers = new ArrayList<>();
  private DesiredCluster object;
  private boolean gone;
  private @Nullable NatsClusterStatus status;
  private SortedSet<Endpoint> endpoints = new TreeSet<>();

  /** An API server in which this object was just created. */
  public SimulatedKubernetes(ClusterId id, String uid, NatsClusterSpec spec) {
    this.object = new DesiredCluster(id, uid, 1, false, spec);
  }

  /** Tells of every change of the object from now on. */
  public void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  /** The object, or empty once it is gone. */
  public Optional<DesiredCluster> object() {
    return gone ? Optional.empty() : Optional.of(object);
  }

  /** The object as it was last. */
  public DesiredCluster lastObject() {
    return object;
  }

  /** Changes the specification. */
  public void edit(UnaryOperator<NatsClusterSpec> change) {
    NatsClusterSpec spec = change.apply(object.spec());
    if (!spec.equals(object.spec())) {
      object =
          new DesiredCluster(
              object.id(),
              object.owner(),
              object.generation() + 1,
              object.deleting(),
              spec,
              object.rollOut());
      watchers.forEach(Runnable::run);
    }
  }

  /** Changes the annotation that asks for a roll-out, which nobody who watches is told of. */
  public void askForRollOut() {
    object =
        new DesiredCluster(
            object.id(),
            object.owner(),
            object.generation(),
            object.deleting(),
            object.spec(),
            object.rollOut() + "+");
  }

  /** Asks for the object's deletion. */
  public void markDeleted() {
    object =
        new DesiredCluster(
            object.id(),
            object.owner(),
            object.generation() + 1,
            true,
            object.spec(),
            object.rollOut());
    watchers.forEach(Runnable::run);
  }

  /** The finalizer is removed, and the object is gone. */
  public void removeFinalizer() {
    gone = true;
  }

  /** The object's status, or null before the first. */
  public @Nullable NatsClusterStatus status() {
    return status;
  }

  /** A condition of the object's status. */
  public Optional<Condition> condition(String type) {
    return Optional.ofNullable(status).stream()
        .flatMap(now -> now.conditions().stream())
        .filter(condition -> condition.type().equals(type))
        .findFirst();
  }

  @Override
  public void patch(NatsClusterStatus next) {
    status = next;
  }

  @Override
  public SortedSet<Endpoint> observe() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
  }

  @Override
  public void apply(SortedSet<Endpoint> serving) {
    endpoints = new TreeSet<>(serving);
  }

  @Override
  public void delete() {
    endpoints = new TreeSet<>();
  }
}
