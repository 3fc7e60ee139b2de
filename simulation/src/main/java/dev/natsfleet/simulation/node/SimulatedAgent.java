package dev.natsfleet.simulation.node;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.NodeContext;
import dev.natsfleet.agent.node.NodeMachine;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.node.StepResult;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.simulation.call.CallFault.CallEffect;
import dev.natsfleet.simulation.call.CallLatency;
import dev.natsfleet.simulation.call.RemoteService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The agent of a machine, from one start to its end: what {@code NodeDriver} does. */
public final class SimulatedAgent {

  private static final Duration RESTART = Duration.ofSeconds(5);
  private static final Duration EXIT_NOTICE = Duration.ofMillis(100);

  private final SimulatedMachine machine;
  private final NodeServices services;
  private final NodeMachine nodeMachine;
  private final AgentCalls calls;
  private final CallLatency latency;
  private final long startedAt;
  private final List<Signal> held = new ArrayList<>();
  private final Set<ActionKind> hanging = EnumSet.noneOf(ActionKind.class);
  private Node node;
  private long ticks;
  private boolean frozen;
  private boolean ended;

  SimulatedAgent(SimulatedMachine machine, NodeServices services, int number) {
    this.machine = machine;
    this.services = services;
    this.calls = new AgentCalls(machine, services);
    this.latency = new CallLatency(services.seed(), machine.id() + number);
    this.startedAt = services.clock().nanos();
    NodeIdentity who =
        new NodeIdentity(
            machine.ip(),
            machine.id(),
            machine.id() + "-" + number,
            machine.zone(),
            "core",
            machine.id());
    this.nodeMachine =
        new NodeMachine(new NodeContext(services.cluster(), who, "sim", services.config()));
    this.node =
        machine.server().isRunning()
            ? Node.adopting(machine.disk(), machine.server().config())
            : Node.booting(machine.disk());
  }

  /** What the agent knows. */
  public Node node() {
    return node;
  }

  /** Whether the node has been in this state for so long. */
  public boolean hasBeenFor(NodeState state, Duration time) {
    return node.state() == state && now() - node.life().since() >= time.toNanos();
  }

  void start() {
    services.log().add(machine.id(), "agent starts");
    if (node.hasServer()) {
      watchServer();
    }
    take(new Signal.Tick());
  }

  /** SIGSTOP and SIGCONT. */
  public void freeze(boolean stopped) {
    frozen = stopped;
    if (!stopped) {
      List<Signal> waiting = List.copyOf(held);
      held.clear();
      waiting.forEach(this::take);
      take(new Signal.Tick());
    }
  }

  /** Whether its process is stopped. */
  public boolean isFrozen() {
    return frozen;
  }

  /** The next call of this kind is never answered. */
  public void hang(ActionKind kind) {
    hanging.add(kind);
  }

  void kill() {
    ended = true;
  }

  private long now() {
    return services.clock().nanos() - startedAt;
  }

  private void take(Signal signal) {
    if (ended) {
      return;
    } else if (frozen) {
      held.add(signal);
      return;
    }
    Node before = node;
    StepResult next = nodeMachine.next(before, signal, now());
    node = next.node();
    if (before.state() != node.state()) {
      services.log().add(machine.id(), before.state() + " -> " + node.state());
    }
    services.observer().stepped(machine, before, node);
    if (signal instanceof Signal.Accepted accepted && accepted.actionKind() == ActionKind.START) {
      watchServer();
    }
    next.actions().forEach(this::run);
    scheduleTick();
  }

  private void scheduleTick() {
    long tick = ++ticks;
    services
        .clock()
        .after(
            nodeMachine.untilNextTick(node, now()),
            () -> {
              if (tick == ticks && !frozen) {
                take(new Signal.Tick());
              }
            });
  }

  private void watchServer() {
    machine
        .server()
        .watch(
            code ->
                services
                    .clock()
                    .after(EXIT_NOTICE, () -> take(new Signal.Exited("nats-server: " + code))));
    if (!machine.server().isRunning()) {
      take(new Signal.Exited("nats-server: it has ended"));
    }
  }

  private void run(Action action) {
    if (action instanceof Action.Exit exit) {
      end(exit);
      return;
    }
    Duration half = latency.between(1, 40);
    if (hanging.remove(action.actionKind())) {
      services.log().add(machine.id(), action.actionKind() + " is never answered");
      Signal limit = new Signal.Failed(action.actionKind(), "no answer within the time limit");
      services.clock().after(NodeMachine.ANSWER_LIMIT, () -> take(limit));
    } else {
      services.clock().after(half, () -> perform(action, half));
    }
  }

  private void perform(Action action, Duration half) {
    if (!machine.isOn()) {
      return;
    }
    Optional<CallEffect> effect =
        service(action.actionKind())
            .flatMap(
                to -> services.faults().find(machine.source(), to, action.actionKind().toString()));
    if (effect.isEmpty() || isHarmless(effect.get())) {
      Signal answer = calls.answer(action);
      services.clock().after(half, () -> take(answer));
    } else {
      fail(action, effect.get());
    }
  }

  /** Nodes read DynamoDB strongly consistent. */
  private static boolean isHarmless(CallEffect effect) {
    return effect == CallEffect.STALE || effect == CallEffect.ABSENT;
  }

  private void fail(Action action, CallEffect effect) {
    if (effect == CallEffect.ANSWER_LOST) {
      calls.answer(action);
    }
    Signal failed = new Signal.Failed(action.actionKind(), "the call is " + effect);
    services.clock().after(wait(effect), () -> take(failed));
  }

  /** Until the client of the agent gives up. */
  private static Duration wait(CallEffect effect) {
    return switch (effect) {
      case THROTTLED, DENIED -> EXIT_NOTICE;
      case CUT, ANSWER_LOST, STALE, ABSENT -> Duration.ofSeconds(2);
      case HUNG -> Duration.ofSeconds(10);
    };
  }

  private static Optional<RemoteService> service(ActionKind kind) {
    return switch (kind) {
      case SETTINGS, REGISTER, BEAT, ROWS, LEAVE -> Optional.of(RemoteService.REGISTRY);
      case LAUNCH_HOOK, LAUNCH_HEARTBEAT, TERMINATE_HOOK, TERMINATE_HEARTBEAT ->
          Optional.of(RemoteService.AWS);
      case NOTICES -> Optional.of(RemoteService.METADATA);
      case CHECK, START, RELOAD, MONITOR, PROBE, LAME_DUCK, STOP, REMEMBER, EXIT ->
          Optional.empty();
    };
  }

  /** Its unit restarts it unless it has ended with code 0. */
  private void end(Action.Exit exit) {
    services.log().add(machine.id(), "agent ends: " + exit.code() + " " + exit.why());
    ended = true;
    machine.forgetAgent();
    if (exit.code() != 0) {
      services.clock().after(RESTART, () -> machine.startAgent(services));
    }
  }
}
