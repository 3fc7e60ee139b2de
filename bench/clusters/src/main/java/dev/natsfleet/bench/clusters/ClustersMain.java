package dev.natsfleet.bench.clusters;

import dev.natsfleet.local.fleet.FleetOptions;
import dev.natsfleet.local.fleet.LocalFleet;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Main class of {@code bench/clusters/bin/bench-clusters}; prints a Markdown table. */
public final class ClustersMain {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private ClustersMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    ClusterLoad load = ClusterLoad.from(List.of(arguments));
    FleetOptions options = FleetOptions.from(List.of(), System.err);
    try (LocalFleet fleet = LocalFleet.start(options)) {
      run(fleet, load, System.out);
    }
  }

  private static void run(LocalFleet fleet, ClusterLoad load, PrintStream out) throws Exception {
    String file = load.write(fleet.directory()).toString();
    try (KubernetesTimeline timeline =
        KubernetesTimeline.start(fleet.kubectl().kubeconfig(), load.clusters())) {
      fleet.kubectl().run("apply", "--server-side", "--filename", file);
      boolean isReady = timeline.awaitReady(LIMIT);
      OperatorUsage made = OperatorUsage.of(fleet.operator());
      out.printf(Locale.ROOT, "| %d clusters at once | |%n|---|---|%n", load.clusters());
      row(out, "first status: median, last", timeline.firstStatus().text());
      row(out, "Ready: median, last", timeline.ready().text());
      row(out, "statuses written", timeline.writes());
      row(out, "operator: CPU seconds", made.cpuSeconds());
      row(out, "operator: peak resident, MiB", made.peakMebibytes());
      row(out, "operator: calls to AWS", made.calls());
      if (isReady) {
        rest(fleet, timeline, made, load.rest(), out);
      }
    }
  }

  private static void rest(
      LocalFleet fleet,
      KubernetesTimeline timeline,
      OperatorUsage made,
      Duration rest,
      PrintStream out)
      throws Exception {
    long writes = timeline.writes();
    Thread.sleep(rest);
    OperatorUsage used = OperatorUsage.of(fleet.operator()).since(made);
    row(out, "at rest: seconds", rest.toSeconds());
    row(out, "at rest: statuses written", timeline.writes() - writes);
    row(out, "at rest: CPU seconds", used.cpuSeconds());
    row(out, "at rest: calls to AWS", used.calls());
  }

  private static void row(PrintStream out, String what, Object value) {
    out.printf(Locale.ROOT, "| %s | %s |%n", what, value);
  }
}
