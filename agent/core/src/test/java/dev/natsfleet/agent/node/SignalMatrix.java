package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a node becomes in every state by every kind of signal, and what it does at once. */
final class SignalMatrix {

  private static final List<Supplier<NodeFixture>> LIVES =
      List.of(
          () -> new NodeFixture().signal(new Signal.Tick()),
          NodeFixture::registered,
          NodeFixture::starting,
          NodeFixture::joined,
          NodeFixture::serving,
          NodeFixture::cordoned,
          NodeFixture::degraded,
          NodeFixture::failed,
          NodeFixture::draining,
          NodeFixture::stopped,
          NodeFixture::left);

  private static final Map<String, Signal> SIGNALS = signals();

  private SignalMatrix() {}

  static List<NodeState> states() {
    return LIVES.stream().map(life -> life.get().state()).toList();
  }

  static Set<Class<?>> signalKinds() {
    return SIGNALS.values().stream().map(Signal::getClass).collect(Collectors.toSet());
  }

  /** A line for each state and signal, with the calls that follow at once. */
  static String lines() {
    return LIVES.stream().map(SignalMatrix::lines).collect(Collectors.joining("\n"));
  }

  /** A table with a line for each signal and a column for each state that it may meet. */
  static String page() {
    String head =
        "| signal | kind | "
            + states().stream().map(NodeState::name).collect(Collectors.joining(" | "))
            + " |\n|---|---|"
            + "---|".repeat(LIVES.size())
            + "\n";
    return SIGNALS.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("", head, ""));
  }

  private static String row(String name, Signal signal) {
    String kind = signal.getClass().getSimpleName();
    return LIVES.stream()
        .map(life -> cell(life.get(), signal))
        .collect(Collectors.joining(" | ", "| " + name + " | " + kind + " | ", " |\n"));
  }

  private static String cell(NodeFixture fixture, Signal signal) {
    NodeState from = fixture.state();
    NodeState to = fixture.signal(signal).state();
    return to == from ? "" : to.name();
  }

  private static String lines(Supplier<NodeFixture> life) {
    return SIGNALS.entrySet().stream()
        .map(entry -> line(life.get(), entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String line(NodeFixture fixture, String name, Signal signal) {
    String from = fixture.state().name();
    fixture.signal(signal);
    String calls =
        fixture.actionKinds().stream().map(ActionKind::name).collect(Collectors.joining(" "));
    return "%-10s | %-16s | %-10s | %s"
            .formatted(from, name, fixture.state(), calls)
            .stripTrailing()
        + "\n";
  }

  private static Map<String, Signal> signals() {
    Map<String, Signal> signals = new LinkedHashMap<>();
    signals.put("tick", new Signal.Tick());
    signals.put("exited", new Signal.Exited("killed"));
    addAnswers(signals);
    addServerAnswers(signals);
    addNotices(signals);
    signals.put("drain", NodeFixture.written(ActionKind.BEAT, new Order.Drain("o1", "scale in")));
    signals.put(
        "apply", NodeFixture.written(ActionKind.BEAT, new Order.ApplySettings("o2", "new", "r2")));
    return signals;
  }

  private static void addAnswers(Map<String, Signal> signals) {
    signals.put("no answer", new Signal.Failed(ActionKind.BEAT, "the registry is away"));
    signals.put("row gone", new Signal.Superseded(null));
    signals.put("row written", NodeFixture.written(ActionKind.REGISTER, null));
    signals.put("rows read", new Signal.RowsRead(List.of()));
    signals.put("settings read", new Signal.SettingsRead(NodeFixture.SETTINGS));
    signals.put("settings missing", new Signal.SettingsMissing("r2"));
    signals.put("state on disk", new Signal.Remembered(PersistedState.NONE));
    signals.put("hook completed", new Signal.Finished(ActionKind.LAUNCH_HOOK));
    signals.put("no hook waits", new Signal.NotWaiting(ActionKind.LAUNCH_HOOK));
    signals.put("row removed", new Signal.Finished(ActionKind.LEAVE));
  }

  private static void addServerAnswers(Map<String, Signal> signals) {
    signals.put("checked", new Signal.Accepted(ActionKind.CHECK, "conf"));
    signals.put("started", new Signal.Accepted(ActionKind.START, "conf"));
    signals.put("reloaded", new Signal.Accepted(ActionKind.RELOAD, "conf"));
    signals.put("not started", new Signal.Refused(ActionKind.START, "conf", "port in use"));
    signals.put("not reloaded", new Signal.Refused(ActionKind.RELOAD, "conf", "no such key"));
    signals.put("monitor read", NodeFixture.linked());
    signals.put("mute", new Signal.Mute("connection refused"));
    signals.put("peers probed", new Signal.Probed(Set.of("10.0.0.2")));
    signals.put("lame duck", new Signal.Done(ActionKind.LAME_DUCK));
  }

  private static void addNotices(Map<String, Signal> signals) {
    signals.put("in service", NodeFixture.notice("InService", false, false));
    signals.put("standby", NodeFixture.notice("Standby", false, false));
    signals.put("rebalance", NodeFixture.notice("InService", false, true));
    signals.put("terminated", NodeFixture.notice("Terminated", false, false));
    signals.put("spot", NodeFixture.notice("InService", true, false));
    signals.put("host", new Signal.Noticed("InService", false, false, true));
  }
}
