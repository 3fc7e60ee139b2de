package dev.natsfleet.local.demo;

import dev.natsfleet.local.fleet.FleetOptions;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.fleet.Programs;
import dev.natsfleet.local.proc.Await;
import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.local.view.KubernetesInWords;
import dev.natsfleet.registry.ClusterId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** {@code make demo}. */
public final class DemoMain {

  private static final Duration READY = Duration.ofMinutes(3);

  private final PrintStream out;
  private final LocalFleet fleet;
  private final ClusterView cluster;
  private final Narrator narrator = new Narrator();

  private DemoMain(PrintStream out, LocalFleet fleet) {
    this.out = out;
    this.fleet = fleet;
    this.cluster = ClusterView.of(fleet, new ClusterId("default", "demo"));
  }

  /** Runs until somebody ends it. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    FleetOptions options = FleetOptions.from(List.of(arguments), out);
    out.println("Kubernetes: " + KubernetesInWords.of(options.kubeconfig()));
    out.println("Starting the fleet on this machine:");
    LocalFleet fleet = LocalFleet.start(options);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(fleet::close));
    new DemoMain(out, fleet).run();
  }

  private void run() {
    String example = Programs.root().resolve("examples/nats-cluster.yaml").toString();
    out.print(fleet.kubectl().run("apply", "--filename", example));
    Await.until("the cluster is ready", this::ready, READY, () -> "see " + fleet.directory());
    out.println();
    out.print(fleet.kubectl().run("get", "natscluster", cluster.id().name()));
    cluster.kubernetes().status().ifPresent(now -> out.println(Text.nodes(now.nodes())));
    out.println("\nNATS: " + String.join(",", cluster.kubernetes().servers()));
    out.print(Text.thingsToTry(fleet, cluster));
    Await.until("the end", this::neverEnds, Duration.ofDays(365), () -> "that was a long demo");
  }

  private boolean ready() {
    narrate();
    return cluster.kubernetes().is("Ready");
  }

  private boolean neverEnds() {
    narrate();
    return false;
  }

  private void narrate() {
    List<String> events = cluster.kubernetes().eventLines();
    cluster
        .kubernetes()
        .status()
        .ifPresent(status -> narrator.tell(status, events).forEach(out::println));
  }
}
