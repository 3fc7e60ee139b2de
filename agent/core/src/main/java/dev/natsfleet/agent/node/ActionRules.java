package dev.natsfleet.agent.node;

import static dev.natsfleet.agent.node.ActionRule.plain;
import static dev.natsfleet.agent.node.RuleCondition.when;

import dev.natsfleet.agent.node.OrderProgress.OrderStep;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a node does while a condition holds: each kind at its own interval, and at most one of a
 * kind at a time. {@code docs/reference/node-transitions.md} prints the table.
 */
final class ActionRules {

  /** Exit code of an agent whose row was taken by another. */
  private static final int SUPERSEDED = 3;

  private static final List<ActionRule> TABLE =
      Stream.of(registryRules(), serverRules(), instanceRules(), leaveRules())
          .flatMap(List::stream)
          .toList();

  private ActionRules() {}

  /** The lines; their order has no meaning. */
  static List<ActionRule> table() {
    return TABLE;
  }

  /** What is to be done now. */
  static StepResult plan(NodeView view) {
    Node node = view.node();
    List<Action> actions =
        TABLE.stream()
            .filter(rule -> rule.isDue(view))
            .map(rule -> rule.action().apply(view))
            .toList();
    CallSchedule schedule = node.schedule();
    for (Action action : actions) {
      schedule = schedule.begin(action.actionKind());
    }
    return new StepResult(withReport(view.with(node.with(schedule)), actions), actions);
  }

  private static List<ActionRule> registryRules() {
    return List.of(
        new ActionRule(
            ActionKind.REMEMBER,
            when("the state on disk is not the present one", ActionRules::needsPersisting),
            view -> new Action.Remember(view.node().toPersist()),
            "a node goes on without the registry after a restart of its agent"),
        new ActionRule(
            ActionKind.SETTINGS,
            when(
                "the settings were not read from the registry yet, or an order names a revision to"
                    + " read",
                ActionRules::needsSettings),
            view -> new Action.ReadSettings(revision(view.node().order())),
            "the settings say how nats-server is configured"),
        new ActionRule(
            ActionKind.REGISTER,
            when(
                "the row is not ours, nobody else has taken it, and the node is not about to leave",
                ActionRules::needsRegistration),
            view -> write(ActionKind.REGISTER, view),
            "a row that was removed by mistake comes back"),
        new ActionRule(
            ActionKind.BEAT,
            when("the row is ours and is not being removed", ActionRules::isRegistered),
            view -> write(ActionKind.BEAT, view),
            "the heartbeat carries the report, and its answer carries the newest order"),
        plain(
            ActionKind.ROWS,
            when("the row is ours and is not being removed", ActionRules::isRegistered),
            "the other rows name the peers"),
        new ActionRule(
            ActionKind.PROBE,
            when(
                "the node is STARTING, and a missing peer has shown no sign of life; or the row of a"
                    + " peer went that was not seen leaving",
                view -> !view.doubtful().isEmpty()),
            view -> new Action.Probe(view.doubtful()),
            "nobody waits for a dead peer whose row is still there, or keeps the route to one"
                + " whose row is gone"));
  }

  private static List<ActionRule> serverRules() {
    return List.of(
        new ActionRule(
            ActionKind.CHECK,
            when(
                "an order's settings need a restart of nats-server",
                view -> isStepDue(view, OrderStep.CHECK)),
            ActionRules::check,
            "nothing is stopped for a configuration that nats-server refuses"),
        new ActionRule(
            ActionKind.START,
            when(
                "nats-server does not run, settings and peers are known, the back-off after"
                    + " crashes is over, and the node does not leave",
                NodeView::canStart),
            view -> configure(ActionKind.START, view),
            "a node without nats-server serves nobody"),
        new ActionRule(
            ActionKind.RELOAD,
            when(
                "the wanted configuration is neither in use nor refused, and nats-server can"
                    + " reload it",
                NodeView::canReload),
            view -> configure(ActionKind.RELOAD, view),
            "routes and settings change without a restart"),
        plain(
            ActionKind.MONITOR,
            when("nats-server runs", view -> !view.isDown()),
            "links, clients and the digest of the configuration are seen, not assumed"),
        plain(
            ActionKind.LAME_DUCK,
            when(
                "nats-server runs, and the node is DRAINING, an order restarts it, or it has had no"
                    + " route for a minute while most peers are linked",
                ActionRules::needsLameDuck),
            "nats-server moves its clients to other servers before it ends"),
        plain(
            ActionKind.STOP,
            when(
                "nats-server was asked to end, or the node is DRAINING, and the time for that is"
                    + " over; or it has answered neither its monitor nor a client for a minute, or its monitor never since"
                    + " it was started",
                view -> isOverdue(view) || isHopeless(view)),
            "an instance that EC2 takes back does not wait, and a wedged server serves nobody"));
  }

  private static List<ActionRule> instanceRules() {
    return List.of(
        plain(
            ActionKind.NOTICES,
            when("the node is not LEFT", view -> !view.isIn(NodeState.LEFT)),
            "EC2, Spot, Auto Scaling and the host announce the end here"),
        plain(
            ActionKind.LAUNCH_HOOK,
            when("the node is JOINED", view -> view.isIn(NodeState.JOINED)),
            "the group counts a node only when it serves"),
        plain(
            ActionKind.LAUNCH_HEARTBEAT,
            when(
                "the node is REGISTERED or STARTING, or carries out an order before it is launched",
                ActionRules::isLaunching),
            "the launch hook does not time out while the node gets ready"));
  }

  private static List<ActionRule> leaveRules() {
    return List.of(
        plain(
            ActionKind.TERMINATE_HEARTBEAT,
            when("the node is DRAINING for a terminate hook", ActionRules::isDrainingForHook),
            "the terminate hook does not time out while clients move"),
        new ActionRule(
            ActionKind.LEAVE,
            when(
                "the node is STOPPED for good, and its row is not being written",
                ActionRules::isStoppedForGood),
            view -> new Action.Leave(view.context().who()),
            "peers drop the route, and nobody waits for the row to expire"),
        plain(
            ActionKind.TERMINATE_HOOK,
            when(
                "the node is LEFT, and a terminate hook waits",
                view -> view.isIn(NodeState.LEFT) && view.node().leave().needsTerminateHook()),
            "the group may end the instance"),
        new ActionRule(
            ActionKind.EXIT,
            when("another boot has taken the row", view -> view.node().row().superseded()),
            view -> new Action.Exit(SUPERSEDED, "superseded"),
            "an address has one node; nats-server is left as it is"),
        new ActionRule(
            ActionKind.EXIT,
            when("the node is LEFT, and no terminate hook waits", ActionRules::hasEnded),
            view -> new Action.Exit(0, view.node().leave().why()),
            "nothing is left to do"));
  }

  private static Node withReport(NodeView view, List<Action> actions) {
    Node node = view.node();
    boolean written = actions.stream().anyMatch(Action.WriteRow.class::isInstance);
    return written ? node.with(node.row().withReport(UrgentReport.of(view))) : node;
  }

  private static boolean needsPersisting(NodeView view) {
    return !view.node().toPersist().equals(view.node().persisted());
  }

  private static boolean needsSettings(NodeView view) {
    return !view.node().config().fresh() || isStepDue(view, OrderStep.READ);
  }

  private static boolean isStepDue(NodeView view, OrderStep step) {
    return view.node().order().isAt(step) && view.isOrderPersisted();
  }

  private static @Nullable String revision(OrderProgress order) {
    return order.order() instanceof Order.ApplySettings apply ? apply.revision() : null;
  }

  private static boolean needsRegistration(NodeView view) {
    OwnRow row = view.node().row();
    return !row.registered() && !row.superseded() && !isEnding(view);
  }

  /** Whether its row is being removed, or was: a row made now would stay behind. */
  private static boolean isEnding(NodeView view) {
    return view.node().leave().isFinal()
        && (view.isIn(NodeState.STOPPED) || view.isIn(NodeState.LEFT));
  }

  private static boolean isRegistered(NodeView view) {
    boolean leaving =
        view.isFinished(ActionKind.LEAVE) || view.node().schedule().isUnderWay(ActionKind.LEAVE);
    return view.node().row().registered() && !leaving;
  }

  private static Action write(ActionKind kind, NodeView view) {
    return new Action.WriteRow(kind, HeartbeatFactory.beat(view));
  }

  private static Action check(NodeView view) {
    return new Action.Configure(
        ActionKind.CHECK, view.text(required(view.node().order().settings())));
  }

  private static Action configure(ActionKind kind, NodeView view) {
    return new Action.Configure(kind, view.text(required(view.node().config().wanted())));
  }

  private static NodeSettings required(@Nullable NodeSettings settings) {
    return Objects.requireNonNull(settings, "settings are read before they are used");
  }

  private static boolean isLaunching(NodeView view) {
    boolean tried = view.isIn(NodeState.DEGRADED) && !view.node().order().isAt(OrderStep.NONE);
    return view.isIn(NodeState.REGISTERED)
        || view.isIn(NodeState.STARTING)
        || (tried && !view.isFinished(ActionKind.LAUNCH_HOOK));
  }

  private static boolean needsLameDuck(NodeView view) {
    return view.isUp()
        && (view.isIn(NodeState.DRAINING)
            || isStepDue(view, OrderStep.STOP)
            || isDegradedAlone(view));
  }

  private static boolean isDegradedAlone(NodeView view) {
    return view.isIn(NodeState.DEGRADED) && view.isIsolated();
  }

  /** No server is ended for a silent monitor alone while it serves. */
  private static boolean isHopeless(NodeView view) {
    return view.isWedged() || (view.isIn(NodeState.DEGRADED) && view.isUnheard());
  }

  /** A hung server does not end when it is asked to, and another cannot even be asked. */
  private static boolean isOverdue(NodeView view) {
    boolean late = view.node().leave().deadline() <= view.now();
    return view.node().server() instanceof ServerState.Ending ending
        ? late || view.now() - ending.since() > view.lameDuckLimit().toNanos()
        : late && view.isUp() && view.isIn(NodeState.DRAINING);
  }

  private static boolean isDrainingForHook(NodeView view) {
    return view.isIn(NodeState.DRAINING) && view.node().leave().needsTerminateHook();
  }

  private static boolean isStoppedForGood(NodeView view) {
    // a row that is being written would outlive its removal
    return view.isIn(NodeState.STOPPED)
        && view.node().leave().isFinal()
        && !view.node().schedule().isUnderWay(ActionKind.REGISTER);
  }

  private static boolean hasEnded(NodeView view) {
    return view.isIn(NodeState.LEFT)
        && (!view.node().leave().needsTerminateHook()
            || view.isFinished(ActionKind.TERMINATE_HOOK));
  }
}
