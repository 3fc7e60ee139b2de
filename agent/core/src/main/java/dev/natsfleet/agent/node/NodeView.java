package dev.natsfleet.agent.node;

import dev.natsfleet.agent.config.ReloadDecision;
import dev.natsfleet.agent.node.OrderProgress.OrderStep;
import dev.natsfleet.agent.route.ExpectedPeers;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.agent.route.RouteSelection;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from a node's knowledge at one moment: the predicates of the tables.
 *
 * @param now nanoseconds of the node's monotonic clock
 */
record NodeView(NodeContext context, Node node, long now) {

  /** The periods of aws-nats, until the settings are known. */
  private static final Registration DEFAULTS = new Registration(10, 30, 300);

  /** nats-server adds one second to the lame-duck time, and rounds. */
  private static final Duration LAME_DUCK_MARGIN = Duration.ofSeconds(15);

  private static final int LAME_DUCK_SECONDS = 120;

  /** Attempts to read the monitor, after which its last answer is old. */
  private static final int STALE_AFTER = 5;

  private static final Set<NodeState> MOVING =
      EnumSet.of(NodeState.REGISTERED, NodeState.STARTING, NodeState.JOINED, NodeState.DRAINING);

  private static final Set<NodeState> JOINING =
      EnumSet.of(NodeState.BOOTING, NodeState.REGISTERED, NodeState.STARTING, NodeState.JOINED);

  NodeView with(Node next) {
    return new NodeView(context, next, now);
  }

  boolean isIn(NodeState state) {
    return node.state() == state;
  }

  boolean isUp() {
    return node.server() instanceof ServerState.Up;
  }

  boolean isDown() {
    return node.server() instanceof ServerState.Down;
  }

  boolean isFinished(ActionKind actionKind) {
    return node.schedule().isFinished(actionKind);
  }

  boolean isFailing(ActionKind actionKind) {
    return node.schedule().failures(actionKind) > 0;
  }

  Registration registration() {
    NodeSettings wanted = node.config().wanted();
    return wanted == null ? DEFAULTS : wanted.registration();
  }

  RouteSelection routes() {
    return new RouteSelection(
        context.who().ip(),
        context.config().listenAddresses().ports().route(),
        Duration.ofSeconds(registration().forgetSeconds()),
        hasMonitorAnswer() && !isFailing(ActionKind.MONITOR));
  }

  ExpectedPeers expected() {
    return new ExpectedPeers(context.who().ip(), Duration.ofSeconds(registration().aliveSeconds()));
  }

  List<NodeRow.Managed> missing() {
    return expected().missing(node.mesh());
  }

  List<NodeRow.Managed> awaited() {
    return expected().awaited(node.mesh());
  }

  /** Peers of which only their own server can tell whether they are there. */
  List<Peer> doubtful() {
    int port = context.config().listenAddresses().ports().route();
    Stream<Peer> silent =
        isIn(NodeState.STARTING)
            ? expected().doubtful(node.mesh()).stream()
                .map(row -> new Peer(row.ip(), port, row.beat().who().server()))
            : Stream.empty();
    return Stream.concat(silent, node.mesh().missed(routes().forget()).stream()).toList();
  }

  /** Whether the monitor answered, the rows were read, and every awaited peer is linked. */
  boolean isJoined() {
    return node.mesh().read() && hasMonitorAnswer() && awaited().isEmpty();
  }

  /** Whether nats-server has answered nobody for so long that clients should go elsewhere. */
  boolean isMute() {
    return node.server() instanceof ServerState.Up up && up.isMute();
  }

  /** Whether nats-server was started and its monitor has never answered, for too long. */
  boolean isUnheard() {
    return node.server() instanceof ServerState.Up up && up.isUnheard();
  }

  /** Whether nats-server has long had no route to anybody, while most of its peers are linked. */
  boolean isIsolated() {
    return node.server() instanceof ServerState.Up up && up.isIsolated();
  }

  /** Whether the newest answer of the monitor began to show that. */
  boolean isSuspectedAlone() {
    return node.server() instanceof ServerState.Up up && up.isolated().isThere();
  }

  /** Whether that is so by the newest links and rows. */
  boolean isAlone() {
    return !isFailing(ActionKind.ROWS) && expected().areLinkedWithoutUs(node.mesh());
  }

  /** How long nats-server may take to end once it was asked to. */
  Duration lameDuckLimit() {
    NodeSettings settings = node.config().runs();
    int seconds = settings == null ? LAME_DUCK_SECONDS : settings.server().lameDuckSeconds();
    return Duration.ofSeconds(seconds).plus(LAME_DUCK_MARGIN);
  }

  /** Whether it has answered nobody for so long that it has to be ended. */
  boolean isWedged() {
    return node.server() instanceof ServerState.Up up && up.isWedged();
  }

  /** What the monitor answered last, unless that is too long ago to be told as what is. */
  ServerState.Seen seen() {
    ServerState.Seen seen = node.server().seen();
    return node.schedule().failures(ActionKind.MONITOR) < STALE_AFTER
        ? seen
        : new ServerState.Seen(-1, seen.linked(), -1, seen.version(), seen.digest());
  }

  boolean hasMonitorAnswer() {
    return node.server() instanceof ServerState.Up up && up.last() != null;
  }

  /** Whether settings are known; those on disk count when the registry does not answer. */
  boolean hasSettings() {
    AppliedConfig appliedConfig = node.config();
    return appliedConfig.wanted() != null
        && (appliedConfig.fresh() || isFailing(ActionKind.SETTINGS));
  }

  /** Whether the peers are known; those on disk count when the registry does not answer. */
  boolean hasPeers() {
    return node.mesh().read() || isFailing(ActionKind.REGISTER) || isFailing(ActionKind.ROWS);
  }

  boolean canStart() {
    return isDown()
        && !node.schedule().isUnderWay(ActionKind.LAME_DUCK)
        && hasSettings()
        && hasPeers()
        && node.crashes().nextStart() <= now
        && !node.leave().isLeaving();
  }

  boolean canReload() {
    AppliedConfig appliedConfig = node.config();
    NodeSettings wanted = appliedConfig.wanted();
    NodeSettings runs = appliedConfig.runs();
    if (!isUp() || wanted == null || runs == null || node.order().isRestarting()) {
      return false;
    }
    String text = text(wanted);
    return !text.equals(appliedConfig.applied())
        && !text.equals(appliedConfig.refused())
        && isReloadable(runs, wanted);
  }

  boolean isReloadable(NodeSettings runs, NodeSettings wanted) {
    return new ReloadDecision(context.config().json()).isReloadable(runs, wanted);
  }

  /** nats-server.conf for these settings and the present routes. */
  String text(NodeSettings settings) {
    return context
        .config()
        .render(settings, context.who(), RouteSelection.urls(node.mesh().peers()));
  }

  /** Whether the order is on disk as begun; before that it must have no effects. */
  boolean isOrderPersisted() {
    return node.toPersist().order() != null
        && node.toPersist().order().equals(node.persisted().order());
  }

  boolean isCordoned() {
    return node.leave().reason() == LeaveIntent.LeaveReason.HINT || node.order().isRestarting();
  }

  /**
   * Whether nothing is changing, here or at the peers, so that heartbeats may be rare. After every
   * change of the links the rows are read once more.
   */
  boolean isSettled() {
    return node.mesh().quiet() > 0
        && (isIn(NodeState.SERVING) || isIn(NodeState.CORDONED) || isIn(NodeState.STOPPED))
        && node.order().isAt(OrderStep.NONE)
        && missing().isEmpty()
        && knownServers().containsAll(node.mesh().linked())
        && node.mesh().rows().stream().noneMatch(this::isMoving);
  }

  /** Whether a later call would hold up the node itself, not only a peer. */
  boolean isUrgent(ActionKind actionKind) {
    boolean ordered = actionKind == ActionKind.BEAT && !node.order().isAt(OrderStep.NONE);
    return ordered || JOINING.contains(node.state());
  }

  private Set<String> knownServers() {
    return node.mesh().rows().stream()
        .filter(NodeRow.Managed.class::isInstance)
        .map(row -> ((NodeRow.Managed) row).beat().who().server())
        .collect(Collectors.toSet());
  }

  private boolean isMoving(NodeRow row) {
    Duration alive = Duration.ofSeconds(registration().aliveSeconds());
    return row instanceof NodeRow.Managed managed
        && !row.ip().equals(context.who().ip())
        && MOVING.contains(managed.beat().report().state())
        && node.mesh().liveness().isAlive(row.ip(), alive);
  }
}
