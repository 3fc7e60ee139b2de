package dev.natsfleet.agent.node;

import dev.natsfleet.agent.config.Bindings;
import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.RowStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node that a test tells things, at times that the test chooses. */
final class Life {

  static final NodeSettings SETTINGS =
      new NodeSettings(
          "r1",
          "orders",
          "2.15.2",
          new ServerSettings(1_048_576, 30, "{}"),
          new Registration(10, 30, 300));

  private static final NodeIdentity WHO =
      new NodeIdentity("10.0.0.1", "i-1", "boot", "eu-west-1a", "core", "i-1");

  private final NodeMachine machine =
      new NodeMachine(
          new Self(
              WHO,
              "dev",
              new ServerConfig(
                  new Bindings(new Bindings.Ports(4222, 6222, 8222), "127.0.0.1", "/s"),
                  json -> Map.of())));

  private Node node;
  private long now;
  private List<Action> actions = List.of();

  Life() {
    this(Node.booting(Memory.NONE));
  }

  Life(Node node) {
    this.node = node;
  }

  Life tell(Signal signal) {
    Transition next = machine.next(node, signal, now);
    node = next.node();
    actions = next.actions();
    return this;
  }

  Life after(Duration time) {
    now += time.toNanos();
    return tell(new Signal.Tick());
  }

  NodeState state() {
    return node.state();
  }

  Node node() {
    return node;
  }

  /** What the newest signal made it do. */
  List<Call> calls() {
    return actions.stream().map(Action::call).toList();
  }

  /** The same with what belongs to them. */
  List<Action> actions() {
    return actions;
  }

  NodeReport report() {
    return machine.report(node, now);
  }

  static Life registered() {
    return new Life()
        .tell(new Signal.Tick())
        .tell(new Signal.SettingsRead(SETTINGS))
        .tell(written(Call.REGISTER, null))
        .tell(new Signal.RowsRead(List.of()));
  }

  static Life starting() {
    return registered().tell(new Signal.Accepted(Call.START, "conf"));
  }

  static Life joined() {
    return starting().after(Duration.ofSeconds(1)).tell(linked());
  }

  static Life serving() {
    return joined().tell(new Signal.Finished(Call.LAUNCH_HOOK));
  }

  static Life cordoned() {
    return serving().tell(notice("InService", false, true));
  }

  static Life degraded() {
    return serving().tell(new Signal.Exited("killed"));
  }

  static Life draining() {
    return serving().tell(notice("Terminated", false, false));
  }

  static Life stopped() {
    return draining().tell(new Signal.Done(Call.LAME_DUCK)).tell(new Signal.Exited("code 0"));
  }

  static Life left() {
    return stopped().tell(new Signal.Finished(Call.LEAVE));
  }

  static Signal written(Call call, @Nullable Order order) {
    NodeReport report = new NodeReport(NodeState.SERVING, "", 0, 0, 0, 0, "", null);
    Heartbeat.Software software = new Heartbeat.Software("2.15.2", "dev");
    Heartbeat beat = new Heartbeat(WHO, 1, 0, RowStatus.WORKING, "", software, "r1", report);
    return new Signal.RowWritten(call, new NodeRow.Fleet(beat, order));
  }

  static Signal linked(String... servers) {
    return new Signal.MonitorRead(
        new Server.Seen(servers.length, Set.of(servers), 0, "2.15.2", "sha256:1"));
  }

  static Signal notice(String target, boolean spot, boolean rebalance) {
    return new Signal.Noticed(target, spot, rebalance, false);
  }
}
