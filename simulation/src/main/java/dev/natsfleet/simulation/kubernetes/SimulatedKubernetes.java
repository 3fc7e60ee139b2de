package dev.natsfleet.simulation.kubernetes;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.operator.port.ClusterStatus;
import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ReleaseMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One NatsCluster object and its Service in an API server. */
public final class SimulatedKubernetes implements ServiceEndpoints, ClusterStatus {

  private final List<Runnable> watchers = new ArrayList<>();
  private DesiredCluster object;
  private boolean gone;
  private boolean wantedAgain;
  private @Nullable NatsClusterStatus status;
  private SortedSet<Endpoint> endpoints = new TreeSet<>();
  private final Map<String, String> others = new TreeMap<>();
  private final List<String> drift = new ArrayList<>();
  private boolean serviceDeleted;
  private boolean served;
  private boolean foreign;
  private boolean unmarked;

  /** An API server in which this object was just created. */
  public SimulatedKubernetes(ClusterId id, String owner, NatsClusterSpec spec) {
    this.object = new DesiredCluster(id, owner, 1, false, spec, ObjectAnnotations.NONE);
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
      become(object.deleting(), spec);
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
            new ObjectAnnotations("", false, object.rollOut() + "+"));
  }

  /** Asks for the object's deletion. */
  public void markDeleted() {
    become(true, object.spec());
  }

  /** Creates the object again, as soon as it is gone. */
  public void createAgain() {
    if (gone) {
      gone = false;
      status = null;
      become(false, object.spec());
    } else {
      wantedAgain = object.deleting();
    }
  }

  private void become(boolean deleting, NatsClusterSpec spec) {
    object =
        new DesiredCluster(
            object.id(),
            object.owner(),
            object.generation() + 1,
            deleting,
            spec,
            object.annotations());
    watchers.forEach(Runnable::run);
  }

  /** The finalizer is removed, and the object is gone. */
  public void removeFinalizer() {
    gone = true;
    if (wantedAgain) {
      wantedAgain = false;
      createAgain();
    }
  }

  /** Whether the fleet goes with the object, or is gone with it. */
  public boolean isEndingFleet() {
    return object.deleting() && object.spec().deletionPolicy() != DeletionPolicy.Retain;
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
  public Published observe() {
    boolean ours = !others.containsKey(slice());
    return new Published(
        ours ? endpoints : new TreeSet<>(),
        ours && (served || !foreign),
        drift,
        others,
        unmarked ? Set.of(service()) : Set.of());
  }

  /** The addresses that applications are sent to, whoever owns the Service. */
  public SortedSet<Endpoint> addresses() {
    return Collections.unmodifiableSortedSet(
        new TreeSet<>(serviceDeleted ? Set.<Endpoint>of() : endpoints));
  }

  /** Somebody changes a field of the Service. */
  public void editService(String field) {
    drift.add(service() + " " + field + " is changed, wanted as it was");
  }

  /** Somebody deletes the Service; the slices stay. */
  public void deleteService() {
    if (!served || foreign) {
      return;
    }
    serviceDeleted = true;
    unmarked = false;
    others.remove(service());
    drift.add(service() + " is absent");
  }

  /** Somebody deletes the slice; the Service stays. */
  public void deleteSlice() {
    endpoints = new TreeSet<>();
    drift.add(slice() + " is absent");
  }

  /** Somebody writes an address into the slice, or takes one out. */
  public void editSlice(Consumer<Set<Endpoint>> change) {
    SortedSet<Endpoint> edited = new TreeSet<>(endpoints);
    change.accept(edited);
    endpoints = edited;
  }

  /** Somebody empties the status of the object. */
  public void clearStatus() {
    status = null;
  }

  /** Somebody removes the owner's annotation of the Service. */
  public void unmarkService() {
    if (!serviceDeleted) {
      unmarked = true;
      others.put(service(), "");
    }
  }

  /** Somebody makes a Service of the cluster's name, if there is none. */
  public void createForeignService() {
    if (!served || serviceDeleted) {
      foreign = true;
      others.put(service(), "");
      drift.removeIf(field -> field.startsWith(service()));
    }
  }

  /** The Service that somebody made goes again. */
  public void deleteForeignService() {
    if (foreign) {
      foreign = false;
      others.remove(service());
      if (served) {
        deleteService();
      }
    }
  }

  /** Whether the Service of the cluster's name is somebody's own. */
  public boolean isServiceForeign() {
    return foreign;
  }

  /** Whether the Service has lost its owner's annotation. */
  public boolean isServiceUnmarked() {
    return unmarked;
  }

  @Override
  public void takeOver(String holder) {
    others.values().removeIf(holder::equals);
  }

  @Override
  public void release(ReleaseMark mark) {
    others.put(service(), mark.toString());
    others.put(slice(), mark.toString());
  }

  @Override
  public void apply(SortedSet<Endpoint> serving) {
    if (!others.containsKey(slice()) && (served || !foreign)) {
      endpoints = new TreeSet<>(serving);
      serviceDeleted = serviceDeleted && foreign;
      served = true;
      drift.clear();
    }
  }

  @Override
  public void delete() {
    endpoints = new TreeSet<>();
    drift.clear();
    serviceDeleted = false;
    served = false;
  }

  private String service() {
    return "Service " + object.id();
  }

  private String slice() {
    return "EndpointSlice " + object.id() + "-ipv4";
  }
}
