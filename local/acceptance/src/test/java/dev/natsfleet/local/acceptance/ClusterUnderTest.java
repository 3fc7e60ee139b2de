package dev.natsfleet.local.acceptance;

import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.smoke.RemainingResources;
import dev.natsfleet.local.view.AwsInstance;
import dev.natsfleet.local.view.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A cluster of an acceptance test.
 *
 * @param fleet the fleet it belongs to
 * @param view its state as seen from outside
 */
record ClusterUnderTest(LocalFleet fleet, ClusterView view) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  void apply(Manifest manifest) {
    fleet.kubectl().run("apply", "--filename", manifest.write(fleet.directory()).toString());
  }

  void scale(int nodes) {
    fleet.kubectl().run("scale", "natscluster/" + view.id().name(), "--replicas=" + nodes);
  }

  /** Deletes the cluster and returns what it leaves behind. */
  List<String> delete() {
    List<String> machines = instances();
    deleteObject();
    return RemainingResources.of(view, machines);
  }

  private void deleteObject() {
    String object = "natscluster/" + view.id().name();
    fleet.kubectl().run("delete", object, "--ignore-not-found", "--timeout=120s");
  }

  /** Waits until it is in a full mesh of this many nodes and nothing is left to do. */
  ClusterUnderTest awaitMesh(int nodes) {
    await(
        nodes + " nodes in a mesh and no more",
        () -> view.isSettledAt(nodes) && view.isMeshed(nodes) && view.aws().journal().isEmpty());
    return this;
  }

  /** Waits for a condition. */
  Duration await(String what, BooleanSupplier condition) {
    return Await.until(what, condition::getAsBoolean, PATIENCE, this::describe);
  }

  /** The ids of its running instances. */
  List<String> instances() {
    return view.aws().running().stream().map(AwsInstance::instanceId).sorted().toList();
  }

  /** Its state, for the message of a failure. */
  String describe() {
    return "the status is %s\nthe journal is %s\nthe events are %s\nthe logs are in %s"
        .formatted(
            view.kubernetes().status(),
            view.aws().journal(),
            String.join("\n", view.kubernetes().eventLines()),
            fleet.directory());
  }

  /** Deletes the cluster if it is still there: the fleet goes on with the next class. */
  @Override
  public void close() {
    try (view) {
      deleteObject();
    }
  }
}
