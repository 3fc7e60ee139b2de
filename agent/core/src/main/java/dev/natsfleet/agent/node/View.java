package dev.natsfleet.agent.node;

import dev.natsfleet.agent.config.Reloadable;
import dev.natsfleet.agent.node.OrderWork.Step;
import dev.natsfleet.agent.route.Expected;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.agent.route.Routes;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from a node's knowledge at one moment: the words in which the tables are written.
 *
 * @param now nanoseconds of the node's monotonic clock
 */
record View(Self self, Node node, long now) {

  /** The periods of aws-nats, until the settings are known. */
  private static final Registration DEFAULTS = new Registration(10, 30, 300);

  private static final Set<NodeState> MOVING =
      EnumSet.of(NodeState.REGISTERED, NodeState.STARTING, NodeState.JOINED, NodeState.DRAINING);

  private static final Set<NodeState> JOINING =
      EnumSet.of(NodeState.BOOTING, NodeState.REGISTERED, NodeState.STARTING, NodeState.JOINED);

  View with(Node next) {
    return new View(self, next, now);
  }

  boolean is(NodeState state) {
    return node.state() == state;
  }

  boolean up() {
    return node.server() instanceof Server.Up;
  }

  boolean down() {
    return node.server() instanceof Server.Down;
  }

  boolean finished(Call call) {
    return node.agenda().finished(call);
  }

  boolean failing(Call call) {
    return node.agenda().failures(call) > 0;
  }

  Registration registration() {
    NodeSettings wanted = node.configuration().wanted();
    return wanted == null ? DEFAULTS : wanted.registration();
  }

  Routes routes() {
    return new Routes(
        self.who().ip(),
        self.config().bindings().ports().route(),
        Duration.ofSeconds(registration().forgetSeconds()));
  }

  Expected expected() {
    return new Expected(self.who().ip(), Duration.ofSeconds(registration().aliveSeconds()));
  }

  List<NodeRow.Fleet> missing() {
    return expected().missing(node.mesh());
  }

  List<NodeRow.Fleet> awaited() {
    return expected().awaited(node.mesh());
  }

  List<Peer> doubtful() {
    int port = self.config().bindings().ports().route();
    return expected().doubtful(node.mesh()).stream()
        .map(row -> new Peer(row.ip(), port, row.beat().who().server()))
        .toList();
  }

  /** Whether the monitor answered and every peer that is waited for is linked. */
  boolean joined() {
    return node.mesh().read() && answered() && awaited().isEmpty();
  }

  boolean answered() {
    return node.server() instanceof Server.Up up && up.last() != null;
  }

  /** Whether settings are known; remembered ones do when the registry does not answer. */
  boolean settingsKnown() {
    Configuration configuration = node.configuration();
    return configuration.wanted() != null && (configuration.fresh() || failing(Call.SETTINGS));
  }

  /** Whether the peers are known; remembered ones do when the registry does not answer. */
  boolean peersKnown() {
    return node.mesh().read() || failing(Call.REGISTER) || failing(Call.ROWS);
  }

  boolean mayStart() {
    return down()
        && !node.agenda().underWay(Call.LAME_DUCK)
        && settingsKnown()
        && peersKnown()
        && node.crashes().nextStart() <= now
        && !node.departure().leaving();
  }

  boolean mayReload() {
    Configuration configuration = node.configuration();
    NodeSettings wanted = configuration.wanted();
    NodeSettings runs = configuration.runs();
    if (!up() || wanted == null || runs == null || node.order().restarting()) {
      return false;
    }
    String text = text(wanted);
    return !text.equals(configuration.applied())
        && !text.equals(configuration.refused())
        && reloadable(runs, wanted);
  }

  boolean reloadable(NodeSettings runs, NodeSettings wanted) {
    return new Reloadable(self.config().json()).between(runs, wanted);
  }

  /** nats-server.conf for these settings and the present routes. */
  String text(NodeSettings settings) {
    return self.config().render(settings, self.who(), Routes.urls(node.mesh().peers()));
  }

  /** Whether the order's beginning is on disk, so that it may have effects. */
  boolean orderRemembered() {
    return node.toRemember().order() != null
        && node.toRemember().order().equals(node.memory().order());
  }

  boolean cordoned() {
    return node.departure().reason() == Departure.Reason.HINT || node.order().restarting();
  }

  /**
   * Whether nothing is under way, here or at the peers, so that beats may be rare. After every
   * change of the links the rows are looked at once more.
   */
  boolean settled() {
    return node.mesh().quiet() > 0
        && (is(NodeState.SERVING) || is(NodeState.CORDONED) || is(NodeState.STOPPED))
        && node.order().at(Step.NONE)
        && missing().isEmpty()
        && known().containsAll(node.mesh().linked())
        && node.mesh().rows().stream().noneMatch(this::moving);
  }

  /** Whether the node itself, not only a peer, is held up if the call is made later. */
  boolean urgent(Call call) {
    boolean ordered = call == Call.BEAT && !node.order().at(Step.NONE);
    return ordered || JOINING.contains(node.state());
  }

  private Set<String> known() {
    return node.mesh().rows().stream()
        .filter(NodeRow.Fleet.class::isInstance)
        .map(row -> ((NodeRow.Fleet) row).beat().who().server())
        .collect(Collectors.toSet());
  }

  private boolean moving(NodeRow row) {
    Duration alive = Duration.ofSeconds(registration().aliveSeconds());
    return row instanceof NodeRow.Fleet fleet
        && !row.ip().equals(self.who().ip())
        && MOVING.contains(fleet.beat().report().state())
        && node.mesh().liveness().alive(row.ip(), alive);
  }
}
