package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.Instances.ObservedInstance;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.OrderReport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One member of the group, as the group, EC2 and its own agent report it.
 *
 * @param member what the group reports
 * @param machine what EC2 reports
 * @param row what the agent reports
 * @param silence for how long the row has not changed, or the member has been in service without
 *     one
 * @param alive whether that is shorter than the period in which a row counts as alive
 * @param fresh whether what the row says cannot be older than that period; after a time in which no
 *     row was read, nodes are alive, and what they said before may be true no more
 * @param servingPeers other members that serve and are linked to most of the cluster; the node's
 *     own count of them is as old as its view of the registry
 * @param isolated whether it serves without a route to anybody, while most others are linked
 */
public record ObservedNode(
    GroupMember member,
    Optional<ObservedInstance> machine,
    Optional<NodeRow.Managed> row,
    Duration silence,
    boolean alive,
    boolean fresh,
    int servingPeers,
    boolean isolated) {

  /** States in which an agent that is heard says that no server runs. */
  private static final Set<NodeState> SERVERLESS =
      EnumSet.of(
          NodeState.BOOTING,
          NodeState.REGISTERED,
          NodeState.DEGRADED,
          NodeState.FAILED,
          NodeState.DRAINING,
          NodeState.STOPPED,
          NodeState.LEFT);

  private static final Set<State> GONE = EnumSet.of(State.STOPPED, State.TERMINATED);

  private static final Set<State> ENDED =
      EnumSet.of(State.STOPPED, State.SHUTTING_DOWN, State.TERMINATED);

  /** The same node, beside so many peers that serve. */
  ObservedNode withPeers(int peers, boolean alone) {
    return new ObservedNode(member, machine, row, silence, alive, fresh, peers, alone);
  }

  /** EC2 instance id. */
  public String instance() {
    return member.instance();
  }

  /** Name of its nats-server, which is that of the instance unless its row says otherwise. */
  String server() {
    return row.map(r -> r.beat().who().server()).orElse(instance());
  }

  /** Private address; empty if neither EC2 nor the row names it. */
  public Optional<String> ip() {
    return machine.map(ObservedInstance::ip).or(() -> row.map(NodeRow.Managed::ip));
  }

  /** What the agent reports, while the row is alive. */
  public Optional<NodeReport> report() {
    return row.filter(r -> alive).map(r -> r.beat().report());
  }

  /** Whether the agent reports this state, while the row is alive. */
  public boolean isInState(NodeState state) {
    return report().filter(r -> r.state() == state).isPresent();
  }

  /** Whether it takes clients: in service, alive, SERVING. */
  public boolean isServing() {
    return member.lifecycle().isInService() && isInState(NodeState.SERVING);
  }

  /**
   * Whether its server may run: in service, and nothing says that it does not. Silence says
   * nothing: the server of a silent agent goes on. An old report says nothing, either.
   */
  public boolean canServe() {
    return member.lifecycle().isInService()
        && !hasMachineEnded()
        && report().filter(r -> fresh && SERVERLESS.contains(r.state())).isEmpty();
  }

  /** Whether EC2 reports that the machine has ended, so that its agent does nothing any more. */
  public boolean isMachineGone() {
    return machine.filter(m -> GONE.contains(m.state())).isPresent();
  }

  /** Whether EC2 reports that the machine runs no more and will not run again by itself. */
  public boolean hasMachineEnded() {
    return machine.filter(m -> ENDED.contains(m.state())).isPresent();
  }

  /**
   * Whether it serves and has a route to every peer that serves. A peer that is still starting does
   * not count: its own launch waits for the routes between the two.
   */
  public boolean isReady() {
    return isServing() && report().filter(r -> r.routesUp() >= servingPeers).isPresent();
  }

  /** Routes that a node with this report should have. */
  public int routesExpected(NodeReport report) {
    return Math.max(report.routesExpected(), servingPeers);
  }

  /** Whether EC2 reports it as running. */
  public boolean isRunning() {
    return machine.filter(m -> m.state() == State.RUNNING).isPresent();
  }

  /** Client connections; an unknown number counts as more than any known one. */
  public int clients() {
    return report().map(NodeReport::clients).filter(c -> c >= 0).orElse(Integer.MAX_VALUE);
  }

  /** What the agent reports about the order in its row, once it has read it. */
  public Optional<OrderReport> orderReport() {
    return report()
        .map(NodeReport::order)
        .filter(
            a -> row.map(NodeRow.Managed::order).filter(o -> o.id().equals(a.id())).isPresent());
  }

  /** Revision of the settings it runs with, while the row is alive. */
  public Optional<String> revision() {
    return row.filter(r -> alive).map(r -> r.beat().revision()).filter(r -> !r.isEmpty());
  }
}
