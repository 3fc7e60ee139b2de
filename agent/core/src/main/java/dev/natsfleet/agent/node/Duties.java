package dev.natsfleet.agent.node;

import dev.natsfleet.agent.node.OrderWork.Step;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a node does while a condition holds; each at its own pace, one of a kind at a time. */
final class Duties {

  /** Exit code of an agent whose row was taken by another. */
  private static final int SUPERSEDED = 3;

  private static final List<Duty> TABLE =
      List.of(
          duty(Call.REMEMBER, Duties::forgetful, Duties::remember),
          duty(Call.SETTINGS, Duties::curious, Duties::readSettings),
          duty(Call.REGISTER, Duties::unregistered, view -> write(Call.REGISTER, view)),
          duty(Call.BEAT, Duties::registered, view -> write(Call.BEAT, view)),
          duty(Call.ROWS, Duties::registered, plain(Call.ROWS)),
          duty(Call.PROBE, Duties::doubting, view -> new Action.Probe(view.doubtful())),
          duty(Call.CHECK, view -> ready(view, Step.CHECK), Duties::check),
          duty(Call.START, View::mayStart, view -> configure(Call.START, view)),
          duty(Call.RELOAD, View::mayReload, view -> configure(Call.RELOAD, view)),
          duty(Call.MONITOR, view -> !view.down(), plain(Call.MONITOR)),
          duty(Call.NOTICES, view -> !view.is(NodeState.LEFT), plain(Call.NOTICES)),
          duty(Call.LAUNCH_HOOK, view -> view.is(NodeState.JOINED), plain(Call.LAUNCH_HOOK)),
          duty(Call.LAUNCH_HEARTBEAT, Duties::launching, plain(Call.LAUNCH_HEARTBEAT)),
          duty(Call.LAME_DUCK, Duties::mustDrain, plain(Call.LAME_DUCK)),
          duty(Call.STOP, Duties::late, plain(Call.STOP)),
          duty(Call.TERMINATE_HEARTBEAT, Duties::leavingByHook, plain(Call.TERMINATE_HEARTBEAT)),
          duty(Call.LEAVE, Duties::stopped, view -> new Action.Leave(view.self().who())),
          duty(Call.TERMINATE_HOOK, Duties::leftByHook, plain(Call.TERMINATE_HOOK)),
          duty(Call.EXIT, Duties::superseded, view -> new Action.Exit(SUPERSEDED, "superseded")),
          duty(
              Call.EXIT, Duties::ended, view -> new Action.Exit(0, view.node().departure().why())));

  private Duties() {}

  /** What is to be done now. */
  static Transition due(View view) {
    Node node = view.node();
    List<Action> actions =
        TABLE.stream()
            .filter(duty -> node.agenda().ready(duty.call(), view.now()) && duty.when().test(view))
            .map(duty -> duty.act().apply(view))
            .toList();
    Agenda agenda = node.agenda();
    for (Action action : actions) {
      agenda = agenda.begun(action.call());
    }
    return new Transition(counted(view.with(node.with(agenda)), actions), actions);
  }

  private static Node counted(View view, List<Action> actions) {
    Node node = view.node();
    boolean written = actions.stream().anyMatch(Action.WriteRow.class::isInstance);
    return written ? node.with(node.membership().tell(News.of(view))) : node;
  }

  private static boolean forgetful(View view) {
    return !view.node().toRemember().equals(view.node().memory());
  }

  private static Action remember(View view) {
    return new Action.Remember(view.node().toRemember());
  }

  private static boolean curious(View view) {
    return !view.node().configuration().fresh() || ready(view, Step.READ);
  }

  private static boolean ready(View view, Step step) {
    return view.node().order().at(step) && view.orderRemembered();
  }

  private static Action readSettings(View view) {
    return new Action.ReadSettings(revision(view.node().order()));
  }

  private static @Nullable String revision(OrderWork work) {
    return work.order() instanceof Order.ApplySettings apply ? apply.revision() : null;
  }

  private static boolean unregistered(View view) {
    Membership row = view.node().membership();
    return !row.registered() && !row.superseded() && !view.finished(Call.LEAVE);
  }

  private static boolean registered(View view) {
    boolean leaving = view.finished(Call.LEAVE) || view.node().agenda().underWay(Call.LEAVE);
    return view.node().membership().registered() && !leaving;
  }

  private static Action write(Call call, View view) {
    return new Action.WriteRow(call, Reporting.beat(view));
  }

  private static boolean doubting(View view) {
    return view.is(NodeState.STARTING) && !view.doubtful().isEmpty();
  }

  private static Action check(View view) {
    return new Action.Configure(Call.CHECK, view.text(asked(view.node().order().settings())));
  }

  private static Action configure(Call call, View view) {
    return new Action.Configure(call, view.text(asked(view.node().configuration().wanted())));
  }

  private static NodeSettings asked(@Nullable NodeSettings settings) {
    return Objects.requireNonNull(settings, "settings are read before they are used");
  }

  private static boolean launching(View view) {
    return view.is(NodeState.REGISTERED) || view.is(NodeState.STARTING);
  }

  private static boolean mustDrain(View view) {
    return view.up() && (view.is(NodeState.DRAINING) || ready(view, Step.STOP));
  }

  private static boolean late(View view) {
    return view.node().server() instanceof Server.Ending
        && view.node().departure().deadline() <= view.now();
  }

  private static boolean leavingByHook(View view) {
    return view.is(NodeState.DRAINING) && view.node().departure().hooked();
  }

  private static boolean stopped(View view) {
    // a row that is being written would outlive its removal
    return view.is(NodeState.STOPPED)
        && view.node().departure().forGood()
        && !view.node().agenda().underWay(Call.REGISTER);
  }

  private static boolean leftByHook(View view) {
    return view.is(NodeState.LEFT) && view.node().departure().hooked();
  }

  private static boolean superseded(View view) {
    return view.node().membership().superseded();
  }

  private static boolean ended(View view) {
    return view.is(NodeState.LEFT)
        && (!view.node().departure().hooked() || view.finished(Call.TERMINATE_HOOK));
  }

  private static Function<View, Action> plain(Call call) {
    return view -> new Action.Plain(call);
  }

  private static Duty duty(Call call, Predicate<View> when, Function<View, Action> act) {
    return new Duty(call, when, act);
  }

  private record Duty(Call call, Predicate<View> when, Function<View, Action> act) {}
}
