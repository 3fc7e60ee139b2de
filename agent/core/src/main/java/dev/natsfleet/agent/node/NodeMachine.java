package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.values.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The life of a node. Failures of the registry and of AWS reach it as signals like any other, and
 * no line of its tables stops nats-server because of one (invariant 10).
 *
 * @param context the node
 */
public record NodeMachine(NodeContext context) {

  /**
   * When the driver answers a call by {@link Signal.Failed} that has not been answered, so that no
   * call is the last of its kind. The longest call, a reload, takes less if nothing hangs.
   */
  public static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private static final List<ActionKind> FREQUENT =
      List.of(ActionKind.BEAT, ActionKind.ROWS, ActionKind.MONITOR);

  /** Half a minute, with the pauses in between: AWS's copies agree by then. */
  private static final int HOOK_TRIES = 6;

  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  /**
   * Takes one signal.
   *
   * @param now nanoseconds of a monotonic clock that starts near zero
   */
  public StepResult next(Node node, Signal given, long now) {
    Signal signal = believe(redact(node, given));
    NodeView before = new NodeView(context, node, now);
    NodeView learned =
        before.with(answer(before.with(SignalReducer.reduce(before, signal)), signal));
    NodeView moved = learned.with(Transitions.next(learned));
    NodeView concluded = moved.with(Orders.conclude(moved));
    return ActionRules.plan(concluded.with(withFrequentCalls(concluded)));
  }

  /**
   * How long the node may sleep if no signal comes: until the next call gets due, nats-server may
   * be started again or the time for leaving is over, and for one second at most, because a few
   * conditions compare longer times.
   */
  public Duration untilNextTick(Node node, long now) {
    long next =
        LongStream.of(
                node.schedule().nextDue(now),
                node.crashes().nextStart(),
                node.leave().deadline(),
                now + LONGEST_SLEEP.toNanos())
            .filter(at -> at > now)
            .min()
            .getAsLong();
    return Duration.ofNanos(next - now);
  }

  /** What a node reports of itself now. */
  public NodeReport report(Node node, long now) {
    return HeartbeatFactory.report(new NodeView(context, node, now));
  }

  /**
   * The signal as it may be told: nats-server quotes what it refuses, and nothing that the user's
   * part of its configuration holds is shown to those who read logs, rows and status.
   */
  public Signal redact(Node node, Signal signal) {
    return switch (signal) {
      case Signal.Refused refused ->
          new Signal.Refused(refused.actionKind(), refused.config(), redact(node, refused.why()));
      case Signal.Failed failed ->
          new Signal.Failed(failed.actionKind(), redact(node, failed.why()));
      case Signal.Exited exited -> new Signal.Exited(redact(node, exited.why()));
      default -> signal;
    };
  }

  private String redact(Node node, String why) {
    String redacted = why;
    for (NodeSettings settings : node.knownSettings()) {
      redacted =
          Redaction.values(redacted, context.config().json().apply(settings.server().config()));
    }
    return Redaction.urls(redacted);
  }

  /** nats-server shows the digest of its configuration; what shows none is another's answer. */
  private static Signal believe(Signal signal) {
    return signal instanceof Signal.MonitorRead read && read.seen().digest().isEmpty()
        ? new Signal.Failed(ActionKind.MONITOR, "the monitor shows no digest of a configuration")
        : signal;
  }

  private static Node answer(NodeView view, Signal signal) {
    CallSchedule callSchedule = view.node().schedule();
    CallSchedule next =
        switch (signal) {
          case Signal.Failed failed -> fail(callSchedule, failed.actionKind(), view.now());
          case Signal.Mute mute -> fail(callSchedule, mute.actionKind(), view.now());
          case Signal.SettingsMissing missing ->
              fail(callSchedule, ActionKind.SETTINGS, view.now());
          case Signal.Refused refused when refused.actionKind() == ActionKind.START ->
              fail(callSchedule, ActionKind.START, view.now());
          case Signal.Finished finished -> callSchedule.finish(finished.actionKind());
          case Signal.NotWaiting notWaiting ->
              completeAgain(callSchedule, notWaiting.actionKind(), view.now());
          case Signal.Answer answer ->
              callSchedule.answer(
                  answer.actionKind(), view.now() + CallIntervals.after(answer.actionKind(), view));
          case Signal.Tick tick -> callSchedule;
          case Signal.Exited exited -> callSchedule;
        };
    return view.node().with(next);
  }

  /** A hook that was completed too early holds the instance until it ends by itself. */
  private static CallSchedule completeAgain(CallSchedule callSchedule, ActionKind hook, long now) {
    return callSchedule.failures(hook) + 1 < HOOK_TRIES
        ? fail(callSchedule, hook, now)
        : callSchedule.finish(hook);
  }

  private static CallSchedule fail(CallSchedule callSchedule, ActionKind actionKind, long now) {
    return callSchedule.fail(
        actionKind, now + CallIntervals.retry(actionKind, callSchedule.failures(actionKind) + 1));
  }

  /** While something changes, the node reads and reports often; a change is reported soon. */
  private static Node withFrequentCalls(NodeView view) {
    CallSchedule callSchedule = view.node().schedule();
    callSchedule =
        callSchedule.bringForward(
            ActionKind.BEAT, UrgentReport.of(view).due(view.node().row().reported()));
    if (!view.isSettled()) {
      for (ActionKind actionKind : FREQUENT) {
        callSchedule =
            callSchedule.bringForward(
                actionKind, view.now() + CallIntervals.busy(actionKind, view));
      }
    }
    return view.node().with(callSchedule);
  }
}
