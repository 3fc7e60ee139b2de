package dev.natsfleet.agent.node;

import dev.natsfleet.agent.config.ListenAddresses;
import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.registry.AwsNatsStatus;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.SampleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node that a test sends signals to, at times that the test chooses. */
final class NodeFixture {

  static final NodeSettings SETTINGS = SampleSettings.ordinary();

  private static final NodeIdentity WHO =
      new NodeIdentity("10.0.0.1", "i-1", "boot", "eu-west-1a", "core", "i-1");

  private final NodeMachine machine =
      new NodeMachine(
          new NodeContext(
              new ClusterId("shop", "orders"),
              WHO,
              "dev",
              new ServerConfig(
                  new ListenAddresses(
                      new ListenAddresses.ServerPorts(4222, 6222, 8222), "127.0.0.1", "/s"),
                  json -> Map.of())));

  private Node node;
  private long now;
  private List<Action> actions = List.of();

  NodeFixture() {
    this(Node.booting(PersistedState.NONE));
  }

  NodeFixture(Node node) {
    this.node = node;
  }

  NodeFixture signal(Signal signal) {
    StepResult next = machine.next(node, signal, now);
    node = next.node();
    actions = next.actions();
    return this;
  }

  NodeFixture after(Duration time) {
    now += time.toNanos();
    return signal(new Signal.Tick());
  }

  Duration untilNextTick() {
    return machine.untilNextTick(node, now);
  }

  NodeState state() {
    return node.state();
  }

  Node node() {
    return node;
  }

  /** What the newest signal made it do. */
  List<ActionKind> actionKinds() {
    return actions.stream().map(Action::actionKind).toList();
  }

  /** The same with what belongs to them. */
  List<Action> actions() {
    return actions;
  }

  NodeReport report() {
    return machine.report(node, now);
  }

  static NodeFixture registered() {
    return new NodeFixture()
        .signal(new Signal.Tick())
        .signal(new Signal.SettingsRead(SETTINGS))
        .signal(written(ActionKind.REGISTER, null))
        .signal(new Signal.RowsRead(List.of()));
  }

  static NodeFixture starting() {
    return registered().signal(new Signal.Accepted(ActionKind.START, "conf"));
  }

  static NodeFixture joined() {
    return starting().after(Duration.ofSeconds(1)).signal(linked());
  }

  static NodeFixture serving() {
    return joined().signal(new Signal.Finished(ActionKind.LAUNCH_HOOK));
  }

  static NodeFixture cordoned() {
    return serving().signal(notice("InService", false, true));
  }

  static NodeFixture degraded() {
    return serving().signal(new Signal.Exited("killed"));
  }

  static NodeFixture failed() {
    return degraded().after(Duration.ofMinutes(15).plusMillis(1));
  }

  static NodeFixture draining() {
    return serving().signal(notice("Terminated", false, false));
  }

  static NodeFixture stopped() {
    return draining()
        .signal(new Signal.Done(ActionKind.LAME_DUCK))
        .signal(new Signal.Exited("code 0"));
  }

  static NodeFixture left() {
    return stopped().signal(new Signal.Finished(ActionKind.LEAVE));
  }

  static Signal written(ActionKind actionKind, @Nullable Order order) {
    NodeReport report = new NodeReport(NodeState.SERVING, "", 0, 0, 0, 0, "", null, "");
    Heartbeat.Software software = new Heartbeat.Software("2.15.2", "dev");
    Heartbeat beat = new Heartbeat(WHO, 1, 0, AwsNatsStatus.WORKING, "", software, "r1", report);
    return new Signal.RowWritten(actionKind, new NodeRow.Managed(beat, order));
  }

  static Signal linked(String... servers) {
    return new Signal.MonitorRead(
        new ServerState.Seen(servers.length, Set.of(servers), 0, "2.15.2", "sha256:1"));
  }

  static Signal notice(String target, boolean spot, boolean rebalance) {
    return new Signal.Noticed(target, spot, rebalance, false);
  }
}
