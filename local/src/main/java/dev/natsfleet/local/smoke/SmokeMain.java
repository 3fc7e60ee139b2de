package dev.natsfleet.local.smoke;

import dev.natsfleet.local.fleet.FleetOptions;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.local.view.KubernetesInWords;
import dev.natsfleet.registry.ClusterId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code make smoke}. */
public final class SmokeMain {

  private static final Logger LOG = LoggerFactory.getLogger(SmokeMain.class);

  private static final int FAILED = 1;
  private static final int TOO_SLOW = 3;

  private SmokeMain() {}

  /** Starts a fleet, goes through every step, and stops it. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out));
  }

  private static int run(List<String> arguments, PrintStream out) {
    Scorecard scorecard = new Scorecard(out);
    FleetOptions options = FleetOptions.from(arguments, out);
    out.println("Kubernetes: " + KubernetesInWords.of(options.kubeconfig()));
    out.println("logs: " + options.directory());
    try (LocalFleet fleet = LocalFleet.start(options);
        ClusterView cluster = ClusterView.of(fleet, new ClusterId("default", "demo"))) {
      new SmokeRun(fleet, cluster, scorecard).run();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("smoke failed");
      out.println("FAILED: " + e.getMessage());
      out.println("logs: " + options.directory());
      return FAILED;
    }
    scorecard.tooSlow().forEach(slow -> out.println("TOO SLOW: " + slow));
    out.println(scorecard.json());
    return scorecard.tooSlow().isEmpty() ? 0 : TOO_SLOW;
  }
}
