package dev.natsfleet.agent.http;

import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a load balancer should send clients to this node. A registry that does not answer makes
 * no node unfit, because the servers go on without it (invariant 10); the text mentions it.
 *
 * @param problems the reasons against it, or none
 * @param remarks what else is wrong
 */
record HealthCheck(List<String> problems, List<String> remarks) {

  HealthCheck {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /**
   * Judges a node.
   *
   * @param registryFailures heartbeats that failed in a row
   * @param serverProblem what nats-server's own health check reports, or an empty string
   */
  static HealthCheck of(NodeReport report, int registryFailures, String serverProblem) {
    List<String> problems = new ArrayList<>();
    if (report.state() != NodeState.SERVING) {
      problems.add("the node is " + report.state() + reason(report));
    }
    if (!serverProblem.isEmpty()) {
      problems.add("nats-server: " + serverProblem);
    }
    if (report.routesExpected() > 0 && report.routesUp() == 0) {
      problems.add("no route to any of " + report.routesExpected() + " peers");
    }
    return new HealthCheck(
        problems,
        registryFailures == 0
            ? List.of()
            : List.of("registry: heartbeats in a row that failed: " + registryFailures));
  }

  private static String reason(NodeReport report) {
    return report.why().isEmpty() ? "" : ": " + report.why();
  }

  /** HTTP status. */
  int status() {
    return problems.isEmpty() ? 200 : 503;
  }

  /** A verdict, and a line for each problem and remark. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(problems.isEmpty() ? "fit" : "unfit");
    lines.addAll(problems);
    lines.addAll(remarks);
    return String.join("\n", lines) + "\n";
  }
}
