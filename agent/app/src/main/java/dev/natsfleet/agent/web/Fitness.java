package dev.natsfleet.agent.web;

import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether clients should be sent to this node, for a load balancer or a person. A registry that
 * does not answer makes nobody unfit: the servers go on without it (invariant 10), and it is said.
 *
 * @param problems why they should not, or none
 * @param remarks what else is not as it should be
 */
record Fitness(List<String> problems, List<String> remarks) {

  Fitness {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /**
   * Judges.
   *
   * @param registryFailures heartbeats that failed in a row
   * @param complaint of nats-server about itself, or an empty string
   */
  static Fitness of(NodeReport report, int registryFailures, String complaint) {
    List<String> problems = new ArrayList<>();
    if (report.state() != NodeState.SERVING) {
      problems.add("the node is " + report.state() + reason(report));
    }
    if (!complaint.isEmpty()) {
      problems.add("nats-server: " + complaint);
    }
    if (report.routesExpected() > 0 && report.routesUp() == 0) {
      problems.add("no route to any of " + report.routesExpected() + " peers");
    }
    return new Fitness(
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
