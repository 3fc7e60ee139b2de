package dev.natsfleet.local.demo;

import dev.natsfleet.local.fleet.FleetOptions;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.fleet.ProjectPrograms;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.local.view.KubernetesDescription;
import dev.natsfleet.registry.ClusterId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Main class of {@code make demo}: starts a fleet, applies the example, and prints its changes. */
public final class DemoMain {

  private static final Duration READY = Duration.ofMinutes(3);

  private final PrintStream out;
  private final LocalFleet fleet;
  private final ClusterView cluster;
  private final ClusterChanges changes = new ClusterChanges();

  private DemoMain(PrintStream out, LocalFleet fleet) {
    this.out = out;
    this.fleet = fleet;
    this.cluster = ClusterView.of(fleet, new ClusterId("default", "demo"));
  }

  /** Runs until the process is ended. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    FleetOptions options = FleetOptions.from(List.of(arguments), out);
    out.println("Kubernetes: " + KubernetesDescription.of(options.kubeconfig()));
    out.println("Starting the fleet on this machine:");
    LocalFleet fleet = LocalFleet.start(options);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(fleet::close));
    new DemoMain(out, fleet).run();
  }

  private void run() {
    String example = ProjectPrograms.root().resolve("examples/nats-cluster.yaml").toString();
    out.print(fleet.kubectl().run("apply", "--filename", example));
    Await.until(
        "a ready cluster", this::isReady, READY, () -> "the logs are in " + fleet.directory());
    out.println();
    out.print(fleet.kubectl().run("get", "natscluster", cluster.id().name()));
    cluster.kubernetes().status().ifPresent(now -> out.println(DemoText.nodes(now.nodes())));
    out.println("\nNATS: " + String.join(",", cluster.kubernetes().servers()));
    out.print(DemoText.thingsToTry(fleet, cluster));
    Await.until(
        "Ctrl-C", this::isEndless, Duration.ofDays(365), () -> "the demo ends after a year");
  }

  private boolean isReady() {
    printChanges();
    return cluster.kubernetes().isTrue("Ready");
  }

  private boolean isEndless() {
    printChanges();
    return false;
  }

  private void printChanges() {
    List<String> events = cluster.kubernetes().eventLines();
    cluster
        .kubernetes()
        .status()
        .ifPresent(status -> changes.newLines(status, events).forEach(out::println));
  }
}
