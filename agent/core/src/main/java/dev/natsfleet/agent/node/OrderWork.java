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
public record OrderWork(
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

  static OrderWork remembering(@Nullable OrderReport report) {
    return new OrderWork(null, Step.NONE, report, null, null);
  }

  boolean at(Step one) {
    return step == one;
  }

  /** Whether nats-server is being restarted on purpose. */
  boolean restarting() {
    return step == Step.STOP || step == Step.START;
  }

  /** Whether this order is to be begun now: it is new, or was cut short by the agent's restart. */
  boolean begins(@Nullable Order next) {
    return next != null
        && order == null
        && (report == null
            || !report.id().equals(next.id())
            || report.outcome() == Outcome.RUNNING);
  }

  OrderWork begin(Order next) {
    Step first =
        switch (next) {
          case Order.ApplySettings apply -> Step.READ;
          case Order.Drain drain -> Step.DRAIN;
          case Order.Unknown unknown -> Step.NONE;
        };
    return new OrderWork(next, first, new OrderReport(next.id(), Outcome.RUNNING, ""), null, null);
  }

  OrderWork to(Step next) {
    return new OrderWork(order, next, report, settings, before);
  }

  OrderWork with(NodeSettings asked, @Nullable NodeSettings instead) {
    return new OrderWork(order, step, report, asked, instead);
  }

  OrderWork done() {
    return end(Outcome.DONE, "");
  }

  OrderWork refuse(String why) {
    return end(Outcome.REFUSED, why);
  }

  private OrderWork end(Outcome outcome, String why) {
    return order == null ? this : remembering(new OrderReport(order.id(), outcome, why));
  }
}
