package dev.natsfleet.local.whole;

import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.proc.Await;
import dev.natsfleet.local.smoke.Leftovers;
import dev.natsfleet.local.view.AwsInstance;
import dev.natsfleet.local.view.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A cluster that is put to the test.
 *
 * @param fleet where it is
 * @param view what is seen of it
 */
record Trial(LocalFleet fleet, ClusterView view) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(100);

  void apply(Manifest manifest) {
    fleet.kubectl().run("apply", "--filename", manifest.write(fleet.directory()).toString());
  }

  void scale(int nodes) {
    fleet.kubectl().run("scale", "natscluster/" + view.id().name(), "--replicas=" + nodes);
  }

  /** Deletes it, and says what it leaves behind. */
  List<String> delete() {
    List<String> machines = instances();
    fleet.kubectl().run("delete", "natscluster/" + view.id().name(), "--timeout=120s");
    return Leftovers.of(view, machines);
  }

  /** Waits until it is in full mesh with so many nodes, and nothing is left to do. */
  Trial awaitWhole(int nodes) {
    await(
        nodes + " nodes in a mesh and no more",
        () -> view.settledAt(nodes) && view.meshed(nodes) && view.aws().journal().isEmpty());
    return this;
  }

  /** Waits for anything else. */
  Duration await(String what, BooleanSupplier condition) {
    return Await.until(what, condition, PATIENCE, this::seen);
  }

  /** Ids of instances that run. */
  List<String> instances() {
    return view.aws().running().stream().map(AwsInstance::instanceId).sorted().toList();
  }

  /** For the message of a failure. */
  String seen() {
    return "seen are %s\njournal %s\nevents %s\nlogs in %s"
        .formatted(
            view.kubernetes().status(),
            view.aws().journal(),
            String.join("\n", view.kubernetes().eventLines()),
            fleet.directory());
  }

  @Override
  public void close() {
    view.close();
  }
}
