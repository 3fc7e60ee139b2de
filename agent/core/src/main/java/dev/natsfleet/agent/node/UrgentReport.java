package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeReport;
import java.time.Duration;

/**
 * The part of a report that others wait for. The operator and the peers wait for the state and for
 * the outcome of an order: a change is reported at once. A change of the routes is reported within
 * a second: one server that comes or goes changes the routes of every node several times.
 *
 * @param urgent reported at once
 * @param routes reported within a second
 * @param at when it was made, nanoseconds of the node's monotonic clock
 */
public record UrgentReport(String urgent, String routes, long at) {

  static final UrgentReport NONE = new UrgentReport("", "", -Duration.ofDays(1).toNanos());

  private static final long SOON = Duration.ofSeconds(1).toNanos();

  static UrgentReport of(NodeView view) {
    NodeReport report = HeartbeatFactory.report(view);
    return new UrgentReport(
        report.state() + " " + report.order(),
        report.routesUp() + "/" + report.routesExpected() + " " + report.why(),
        view.now());
  }

  /** When this has to be reported, given what was reported last; never, if nothing is new. */
  long due(UrgentReport reported) {
    if (!urgent.equals(reported.urgent)) {
      return at;
    }
    return routes.equals(reported.routes) ? Long.MAX_VALUE : Math.max(at, reported.at + SOON);
  }
}
