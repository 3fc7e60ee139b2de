package dev.natsfleet.agent.node;

import dev.natsfleet.agent.route.Mesh;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything a node knows.
 *
 * @param life its state, and since when
 * @param server what is known of its nats-server
 * @param config the configuration that nats-server runs with, and the wanted one
 * @param mesh its peers and the links to them
 * @param row its row in the registry
 * @param order the order that it carries out
 * @param leave whether and why it has to leave
 * @param crashes the crashes of its nats-server
 * @param persisted what is on disk
 * @param schedule when each kind of call may be made
 */
public record Node(
    Life life,
    ServerState server,
    AppliedConfig config,
    Mesh mesh,
    OwnRow row,
    OrderProgress order,
    LeaveIntent leave,
    CrashHistory crashes,
    PersistedState persisted,
    CallSchedule schedule) {

  /**
   * Where a node is in its life.
   *
   * @param since nanoseconds of the node's monotonic clock
   * @param problem what went wrong last and is not repaired yet, or an empty string
   */
  public record Life(NodeState state, long since, String problem) {}

  /** A node whose nats-server does not run. */
  public static Node booting(PersistedState persisted) {
    AppliedConfig remembered = new AppliedConfig(persisted.settings(), false, null, "", "");
    return start(NodeState.BOOTING, new ServerState.Down(), remembered, persisted);
  }

  /**
   * A node whose nats-server was found running when its agent started.
   *
   * @param text of the configuration that the server runs with
   */
  public static Node adopting(PersistedState persisted, String text) {
    NodeSettings settings = persisted.settings();
    AppliedConfig running = new AppliedConfig(settings, settings != null, settings, text, "");
    return persisted.ending()
        ? start(atEnd(persisted), new ServerState.Ending(0, null), running, persisted)
        : start(inService(persisted), ServerState.Up.started(), running, persisted);
  }

  private static NodeState inService(PersistedState persisted) {
    return persisted.launched() ? NodeState.SERVING : NodeState.STARTING;
  }

  /** A server that an earlier agent has asked to end answers, and takes no clients any more. */
  private static NodeState atEnd(PersistedState persisted) {
    return persisted.launched() ? NodeState.CORDONED : NodeState.STARTING;
  }

  private static Node start(
      NodeState state, ServerState server, AppliedConfig config, PersistedState persisted) {
    CallSchedule empty = CallSchedule.EMPTY;
    return new Node(
        new Life(state, 0, ""),
        server,
        config,
        Mesh.restored(persisted.peers()),
        OwnRow.NONE,
        OrderProgress.restored(persisted.order()),
        LeaveIntent.NONE,
        CrashHistory.NONE,
        persisted,
        persisted.launched() ? empty.finish(ActionKind.LAUNCH_HOOK) : empty);
  }

  /** Where the node is in its life. */
  public NodeState state() {
    return life.state();
  }

  /** Whether its nats-server runs, or is ending. */
  public boolean hasServer() {
    return !(server instanceof ServerState.Down);
  }

  /** The settings that nats-server runs with or may be given next. */
  List<NodeSettings> knownSettings() {
    return Stream.of(config.runs(), config.wanted(), order.settings(), order.before())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** What should be on disk. */
  public PersistedState toPersist() {
    return new PersistedState(
        config.runs() == null ? persisted.settings() : config.runs(),
        mesh.peers(),
        order.report(),
        persisted.launched() || schedule.isFinished(ActionKind.LAUNCH_HOOK),
        server instanceof ServerState.Ending);
  }

  Node with(Life next) {
    return new Node(next, server, config, mesh, row, order, leave, crashes, persisted, schedule);
  }

  Node with(ServerState next) {
    return new Node(life, next, config, mesh, row, order, leave, crashes, persisted, schedule);
  }

  Node with(AppliedConfig next) {
    return new Node(life, server, next, mesh, row, order, leave, crashes, persisted, schedule);
  }

  Node with(Mesh next) {
    return new Node(life, server, config, next, row, order, leave, crashes, persisted, schedule);
  }

  Node with(OwnRow next) {
    return new Node(life, server, config, mesh, next, order, leave, crashes, persisted, schedule);
  }

  Node with(OrderProgress next) {
    return new Node(life, server, config, mesh, row, next, leave, crashes, persisted, schedule);
  }

  Node with(LeaveIntent next) {
    return new Node(life, server, config, mesh, row, order, next, crashes, persisted, schedule);
  }

  Node with(CrashHistory next) {
    return new Node(life, server, config, mesh, row, order, leave, next, persisted, schedule);
  }

  Node with(PersistedState next) {
    return new Node(life, server, config, mesh, row, order, leave, crashes, next, schedule);
  }

  Node with(CallSchedule next) {
    return new Node(life, server, config, mesh, row, order, leave, crashes, persisted, next);
  }

  Node withProblem(String why) {
    return with(new Life(life.state(), life.since(), why));
  }
}
