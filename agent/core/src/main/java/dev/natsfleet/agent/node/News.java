package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeReport;
import java.time.Duration;

/**
 * What of a heartbeat others wait for. The operator and the peers wait for the state and for the
 * outcome of an order: these are told at once. Of the links they want to know soon; one server that
 * comes or goes changes those of every node several times, so they are told once a second at most.
 *
 * @param urgent told at once
 * @param links told soon
 * @param at when, nanoseconds of the node's monotonic clock
 */
public record News(String urgent, String links, long at) {

  static final News NONE = new News("", "", -Duration.ofDays(1).toNanos());

  private static final long SOON = Duration.ofSeconds(1).toNanos();

  static News of(View view) {
    NodeReport report = Reporting.report(view);
    return new News(
        report.state() + " " + report.order(),
        report.routesUp() + "/" + report.routesExpected() + " " + report.why(),
        view.now());
  }

  /** When these have to be told, if that was told before; never, if nothing is new. */
  long due(News told) {
    if (!urgent.equals(told.urgent)) {
      return at;
    }
    return links.equals(told.links) ? Long.MAX_VALUE : Math.max(at, told.at + SOON);
  }
}
