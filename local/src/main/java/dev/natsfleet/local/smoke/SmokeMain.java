package dev.natsfleet.local.smoke;

import dev.natsfleet.local.fleet.FleetOptions;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.local.view.KubernetesDescription;
import dev.natsfleet.registry.ClusterId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Main class of {@code make smoke}: runs the main scenario and prints the duration of each step.
 */
public final class SmokeMain {

  private static final Logger LOG = LoggerFactory.getLogger(SmokeMain.class);

  private static final int FAILED = 1;
  private static final int TOO_SLOW = 3;

  private SmokeMain() {}

  /** Starts a fleet, runs every step, and stops the fleet. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out));
  }

  private static int run(List<String> arguments, PrintStream out) {
    StepTimings timings = new StepTimings(out);
    FleetOptions options = FleetOptions.from(arguments, out);
    out.println("Kubernetes: " + KubernetesDescription.of(options.kubeconfig()));
    out.println("logs: " + options.directory());
    try (LocalFleet fleet = LocalFleet.start(options);
        ClusterView cluster = ClusterView.of(fleet, new ClusterId("default", "demo"))) {
      new SmokeRun(fleet, cluster, timings).run();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("smoke run failed");
      out.println("FAILED: " + e.getMessage());
      out.println("logs: " + options.directory());
      return FAILED;
    }
    timings.tooSlow().forEach(slow -> out.println("TOO SLOW: " + slow));
    out.println(timings.json());
    return timings.tooSlow().isEmpty() ? 0 : TOO_SLOW;
  }
}
