package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.OrderOutcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order that is being carried out.
 *
 * @param order or null if none is
 * @param step how far it is
 * @param report what became of the newest order, or null if there never was one
 * @param settings that the order asks for, once they are read
 * @param before settings to go back to
 * @param probation what the newest order left behind, or null if it proved itself or never was one
 * @param failure why it goes back to the settings before, or an empty string while it goes on
 */
public record OrderProgress(
    @Nullable Order order,
    OrderStep step,
    @Nullable OrderReport report,
    @Nullable NodeSettings settings,
    @Nullable NodeSettings before,
    @Nullable Probation probation,
    String failure) {

  /**
   * Settings that an order brought and that are not proven yet.
   *
   * @param before settings to go back to
   * @param since when nats-server answered with the new ones, nanoseconds of the node's monotonic
   *     clock
   */
  record Probation(NodeSettings before, long since) {

    /** In which settings that make nats-server end again and again are given back. */
    private static final long TIME = Duration.ofSeconds(60).toNanos();

    /** One end may have any cause. */
    private static final int CRASHES = 2;

    boolean isFailed(CrashHistory crashes, long now) {
      return now - since < TIME
          && crashes.recent().stream().filter(at -> at > since).count() >= CRASHES;
    }
  }

  /** What is being done for the order. */
  public enum OrderStep {
    NONE,
    READ,
    CHECK,
    RELOAD,
    STOP,
    START,
    DRAIN
  }

  private static final Set<OrderStep> ENDLESS =
      EnumSet.of(OrderStep.READ, OrderStep.RELOAD, OrderStep.START);

  static OrderProgress restored(@Nullable OrderReport report) {
    return new OrderProgress(null, OrderStep.NONE, report, null, null, null, "");
  }

  boolean isAt(OrderStep one) {
    return step == one;
  }

  /** Whether it asks for these settings: others may have been asked for when it came. */
  boolean asksFor(String revision) {
    return order instanceof Order.ApplySettings apply && apply.revision().equals(revision);
  }

  /** Whether nats-server is being restarted on purpose. */
  boolean isRestarting() {
    return step == OrderStep.STOP || step == OrderStep.START;
  }

  /** Whether this order can begin now: it is new, or the agent's restart interrupted it. */
  boolean canBegin(@Nullable Order next) {
    return next != null
        && order == null
        && (report == null
            || !report.id().equals(next.id())
            || report.outcome() == OrderOutcome.RUNNING);
  }

  /** Whether this order was carried out, and no other has begun. */
  boolean isDone(Order one) {
    return order == null
        && report != null
        && report.id().equals(one.id())
        && report.outcome() == OrderOutcome.DONE;
  }

  /**
   * Whether this newer order takes the place of one that may wait for ever: for a registry that
   * does not answer, or for a server that does not with the settings that it was given.
   */
  boolean isSupersededBy(Order next) {
    return order != null && ENDLESS.contains(step) && !order.id().equals(next.id());
  }

  OrderProgress begin(Order next) {
    OrderStep first =
        switch (next) {
          case Order.ApplySettings apply -> OrderStep.READ;
          case Order.Drain drain -> OrderStep.DRAIN;
          case Order.Unknown unknown -> OrderStep.NONE;
        };
    return new OrderProgress(
        next, first, new OrderReport(next.id(), OrderOutcome.RUNNING, ""), null, before, null, "");
  }

  OrderProgress to(OrderStep next) {
    return new OrderProgress(order, next, report, settings, before, probation, failure);
  }

  /** The settings are read. What a superseded order replaced stays what to go back to. */
  OrderProgress with(NodeSettings asked, @Nullable NodeSettings instead) {
    NodeSettings last = before == null ? instead : before;
    return new OrderProgress(order, step, report, asked, last, probation, failure);
  }

  /** Restarts nats-server with the settings before; the order is refused then. */
  OrderProgress goBack(NodeSettings last, String why) {
    return new OrderProgress(order, OrderStep.STOP, report, last, null, null, why);
  }

  /** The node is where the order, or the way back from it, was to lead. */
  OrderProgress finish() {
    return failure.isEmpty() ? end(OrderOutcome.DONE, "") : refuse(failure);
  }

  /** The same once nats-server answers with its settings; it may still fail with them. */
  OrderProgress finishOnProbation(long now) {
    OrderProgress done = finish();
    return before == null || !failure.isEmpty()
        ? done
        : new OrderProgress(
            null, OrderStep.NONE, done.report, null, null, new Probation(before, now), "");
  }

  /** The settings of the newest order did not last. */
  OrderProgress fail(String why) {
    return report == null
        ? this
        : restored(new OrderReport(report.id(), OrderOutcome.REFUSED, why));
  }

  OrderProgress refuse(String why) {
    return end(OrderOutcome.REFUSED, why);
  }

  private OrderProgress end(OrderOutcome outcome, String why) {
    return order == null ? this : restored(new OrderReport(order.id(), outcome, why));
  }
}
