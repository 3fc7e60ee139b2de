package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The order that is being carried out.
 *
 * @param order or null if none is
 * @param step how far it is
 * @param report what became of the newest order, or null if there never was one
 * @param settings that the order asks for, once they are read
 * @param before settings to go back to
 */
public record OrderProgress(
    @Nullable Order order,
    Step step,
    @Nullable OrderReport report,
    @Nullable NodeSettings settings,
    @Nullable NodeSettings before) {

  /** What is being done for the order. */
  public enum Step {
    NONE,
    READ,
    CHECK,
    RELOAD,
    STOP,
    START,
    DRAIN
  }

  static OrderProgress restored(@Nullable OrderReport report) {
    return new OrderProgress(null, Step.NONE, report, null, null);
  }

  boolean isAt(Step one) {
    return step == one;
  }

  /** Whether nats-server is being restarted on purpose. */
  boolean isRestarting() {
    return step == Step.STOP || step == Step.START;
  }

  /** Whether this order can begin now: it is new, or the agent's restart interrupted it. */
  boolean canBegin(@Nullable Order next) {
    return next != null
        && order == null
        && (report == null
            || !report.id().equals(next.id())
            || report.outcome() == Outcome.RUNNING);
  }

  OrderProgress begin(Order next) {
    Step first =
        switch (next) {
          case Order.ApplySettings apply -> Step.READ;
          case Order.Drain drain -> Step.DRAIN;
          case Order.Unknown unknown -> Step.NONE;
        };
    return new OrderProgress(
        next, first, new OrderReport(next.id(), Outcome.RUNNING, ""), null, null);
  }

  OrderProgress to(Step next) {
    return new OrderProgress(order, next, report, settings, before);
  }

  OrderProgress with(NodeSettings asked, @Nullable NodeSettings instead) {
    return new OrderProgress(order, step, report, asked, instead);
  }

  OrderProgress done() {
    return end(Outcome.DONE, "");
  }

  OrderProgress refuse(String why) {
    return end(Outcome.REFUSED, why);
  }

  private OrderProgress end(Outcome outcome, String why) {
    return order == null ? this : restored(new OrderReport(order.id(), outcome, why));
  }
}
