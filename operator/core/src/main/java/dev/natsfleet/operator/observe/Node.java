package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.Instances.Instance;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.operator.port.Member;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.OrderReport;
import java.time.Duration;
import java.util.Optional;

/**
 * One member of the group, as its three witnesses see it.
 *
 * @param member what the group says
 * @param machine what EC2 says
 * @param row what the agent says
 * @param silence for how long the agent has said nothing new; zero without a row
 * @param alive whether that is shorter than the period in which a row counts as alive
 * @param servingPeers other members that serve; the node's own count of them is as old as its view
 *     of the registry
 */
public record Node(
    Member member,
    Optional<Instance> machine,
    Optional<NodeRow.Fleet> row,
    Duration silence,
    boolean alive,
    int servingPeers) {

  /** The same node, in a cluster where so many serve, itself included if it does. */
  Node among(int serving) {
    int peers = serving() ? serving - 1 : serving;
    return new Node(member, machine, row, silence, alive, peers);
  }

  /** EC2 instance id. */
  public String instance() {
    return member.instance();
  }

  /** What the agent reports, while its word is fresh. */
  public Optional<NodeReport> report() {
    return row.filter(r -> alive).map(r -> r.beat().report());
  }

  /** Whether the agent says, freshly, that it is in this state. */
  public boolean says(NodeState state) {
    return report().filter(r -> r.state() == state).isPresent();
  }

  /** Whether clients are welcome: in service, fresh, SERVING. */
  public boolean serving() {
    return member.lifecycle().inService() && says(NodeState.SERVING);
  }

  /**
   * Whether nothing is missing: serving, and linked to as many as serve. A peer that is still
   * coming up is not missed; its own launch waits for the routes between the two.
   */
  public boolean ready() {
    return serving() && report().filter(r -> r.routesUp() >= servingPeers).isPresent();
  }

  /** Routes that a node with this report should have. */
  public int routesExpected(NodeReport report) {
    return Math.max(report.routesExpected(), servingPeers);
  }

  /** Whether EC2 says that it runs. */
  public boolean running() {
    return machine.filter(m -> m.state() == State.RUNNING).isPresent();
  }

  /** Client connections; unknown ones count as more than any that is known. */
  public int clients() {
    return report().map(NodeReport::clients).filter(c -> c >= 0).orElse(Integer.MAX_VALUE);
  }

  /** What has become of the order in its row, once it has been read. */
  public Optional<OrderReport> answer() {
    return report()
        .map(NodeReport::order)
        .filter(a -> row.map(NodeRow.Fleet::order).filter(o -> o.id().equals(a.id())).isPresent());
  }

  /** Settings that it runs with, while its word is fresh. */
  public Optional<String> revision() {
    return row.filter(r -> alive).map(r -> r.beat().revision()).filter(r -> !r.isEmpty());
  }
}
