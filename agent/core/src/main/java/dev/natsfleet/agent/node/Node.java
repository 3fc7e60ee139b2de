package dev.natsfleet.agent.node;

import dev.natsfleet.agent.route.Mesh;
import dev.natsfleet.registry.NodeState;

/**
 * Everything a node knows.
 *
 * @param life where it is in its life
 * @param server its nats-server
 * @param configuration what the server runs with
 * @param mesh its peers
 * @param membership its own row
 * @param order what the operator wants of it
 * @param departure whether it is wanted here
 * @param crashes of its server
 * @param memory as it is on disk
 * @param agenda what may be done when
 */
public record Node(
    Life life,
    Server server,
    Configuration configuration,
    Mesh mesh,
    Membership membership,
    OrderWork order,
    Departure departure,
    Crashes crashes,
    Memory memory,
    Agenda agenda) {

  /**
   * Where a node is in its life.
   *
   * @param since nanoseconds of the node's monotonic clock
   * @param trouble what went wrong last and is not mended, or an empty string
   */
  public record Life(NodeState state, long since, String trouble) {}

  /** A node whose nats-server does not run. */
  public static Node booting(Memory memory) {
    Configuration remembered = new Configuration(memory.settings(), false, null, "", "");
    return start(NodeState.BOOTING, new Server.Down(), remembered, memory);
  }

  /**
   * A node whose nats-server was found running when its agent started.
   *
   * @param config the text that the server runs with
   */
  public static Node adopting(Memory memory, String config) {
    Configuration running =
        new Configuration(
            memory.settings(), memory.settings() != null, memory.settings(), config, "");
    NodeState state = memory.launched() ? NodeState.SERVING : NodeState.STARTING;
    return start(state, new Server.Up(null), running, memory);
  }

  private static Node start(
      NodeState state, Server server, Configuration configuration, Memory memory) {
    Agenda agenda = memory.launched() ? Agenda.EMPTY.finish(Call.LAUNCH_HOOK) : Agenda.EMPTY;
    return new Node(
        new Life(state, 0, ""),
        server,
        configuration,
        Mesh.remembering(memory.peers()),
        Membership.NONE,
        OrderWork.remembering(memory.order()),
        Departure.NONE,
        Crashes.NONE,
        memory,
        agenda);
  }

  /** Where the node is in its life. */
  public NodeState state() {
    return life.state();
  }

  /** What should be on disk. */
  public Memory toRemember() {
    return new Memory(
        configuration.runs() == null ? memory.settings() : configuration.runs(),
        mesh.peers(),
        order.report(),
        memory.launched() || agenda.finished(Call.LAUNCH_HOOK));
  }

  Node with(Life next) {
    return new Node(
        next, server, configuration, mesh, membership, order, departure, crashes, memory, agenda);
  }

  Node with(Server next) {
    return new Node(
        life, next, configuration, mesh, membership, order, departure, crashes, memory, agenda);
  }

  Node with(Configuration next) {
    return new Node(
        life, server, next, mesh, membership, order, departure, crashes, memory, agenda);
  }

  Node with(Mesh next) {
    return new Node(
        life, server, configuration, next, membership, order, departure, crashes, memory, agenda);
  }

  Node with(Membership next) {
    return new Node(
        life, server, configuration, mesh, next, order, departure, crashes, memory, agenda);
  }

  Node with(OrderWork next) {
    return new Node(
        life, server, configuration, mesh, membership, next, departure, crashes, memory, agenda);
  }

  Node with(Departure next) {
    return new Node(
        life, server, configuration, mesh, membership, order, next, crashes, memory, agenda);
  }

  Node with(Crashes next) {
    return new Node(
        life, server, configuration, mesh, membership, order, departure, next, memory, agenda);
  }

  Node with(Memory next) {
    return new Node(
        life, server, configuration, mesh, membership, order, departure, crashes, next, agenda);
  }

  Node with(Agenda next) {
    return new Node(
        life, server, configuration, mesh, membership, order, departure, crashes, memory, next);
  }

  Node trouble(String why) {
    return with(new Life(life.state(), life.since(), why));
  }
}
