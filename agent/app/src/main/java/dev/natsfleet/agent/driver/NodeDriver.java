package dev.natsfleet.agent.driver;

import dev.natsfleet.agent.http.HttpEndpoints;
import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.NodeMachine;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.node.StepResult;
import dev.natsfleet.agent.time.NodeClock;
import dev.natsfleet.registry.NodeReport;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The verticle of the node. Its event loop takes the signals one by one, fires the timer of the
 * next due call, notices the end of nats-server and answers HTTP. Each action blocks a virtual
 * thread of its own, and its answer, or its time limit, comes back to the loop as a signal.
 */
public final class NodeDriver extends VerticleBase {

  private static final long NO_TIMER = -1;

  private final NodeMachine machine;
  private final ActionExecutor executor;
  private final NodeClock clock;
  private final HttpListener http;
  private final TransitionLogger transitions;
  private final CompletableFuture<Action.Exit> exit = new CompletableFuture<>();
  private volatile Node node;
  private long timer = NO_TIMER;

  /**
   * Where the agent answers HTTP.
   *
   * @param address a loopback address
   */
  public record HttpListener(String address, int port) {}

  /**
   * A node that lives once the verticle is deployed.
   *
   * @param node what is known of it before; a nats-server that runs is watched
   */
  public NodeDriver(
      NodeMachine machine, ActionExecutor executor, NodeClock clock, HttpListener http, Node node) {
    this.machine = machine;
    this.transitions = new TransitionLogger(machine.context().cluster());
    this.executor = executor;
    this.clock = clock;
    this.http = http;
    this.node = node;
  }

  /** Starts the node's life; fails if the HTTP port cannot be used. */
  @Override
  public Future<?> start() {
    if (node.hasServer()) {
      watchServer();
    }
    take(new Signal.Tick());
    return new HttpEndpoints(
            machine.context().who(), this::node, this::report, executor.server()::healthProblem)
        .serve(vertx, http.port(), http.address());
  }

  /** Ends the node's life here, and nothing else: nats-server goes on. */
  @Override
  public Future<?> stop() {
    exit.complete(new Action.Exit(0, "the agent was stopped"));
    return Future.succeededFuture();
  }

  /** Completes when the node has left, or its agent cannot go on. */
  public CompletableFuture<Action.Exit> exit() {
    return exit;
  }

  /** What the node knows now. */
  public Node node() {
    return node;
  }

  /** What the node reports of itself now. */
  public NodeReport report() {
    return machine.report(node, clock.nanos());
  }

  /** A failure of the machine ends the agent, so that a new one starts from what is on disk. */
  private void take(Signal signal) {
    if (exit.isDone()) {
      return;
    }
    try {
      step(signal);
      scheduleTick();
    } catch (RuntimeException | Error e) {
      exit.completeExceptionally(e);
    }
  }

  private void step(Signal signal) {
    Node before = node;
    StepResult next = machine.next(before, signal, clock.nanos());
    node = next.node();
    transitions.log(before, machine.redact(before, signal), next.node());
    if (signal instanceof Signal.Accepted accepted && accepted.actionKind() == ActionKind.START) {
      watchServer();
    }
    next.actions().forEach(this::run);
  }

  private void run(Action action) {
    if (action instanceof Action.Exit last) {
      exit.complete(last);
    } else {
      calls().run(action, this::takeOnLoop);
    }
  }

  private void watchServer() {
    executor
        .server()
        .exit(context)
        .onSuccess(code -> offLoop(() -> new Signal.Exited(executor.server().describeExit(code))));
  }

  /** One timer, always for the next moment at which something can be due. */
  private void scheduleTick() {
    vertx.cancelTimer(timer);
    Duration wait = machine.untilNextTick(node, clock.nanos());
    timer = vertx.setTimer(wholeMillis(wait), id -> take(new Signal.Tick()));
  }

  /** Rounded up: a timer that fires early finds nothing due. */
  private static long wholeMillis(Duration wait) {
    return TimeUnit.NANOSECONDS.toMillis(wait.toNanos() - 1) + 1;
  }

  private void offLoop(Supplier<Signal> call) {
    Thread.ofVirtual().start(() -> takeOnLoop(call.get()));
  }

  private void takeOnLoop(Signal signal) {
    if (!exit.isDone()) {
      context.runOnContext(on -> take(signal));
    }
  }

  private CallRunner calls() {
    return new CallRunner(vertx, NodeMachine.ANSWER_LIMIT, executor::answer);
  }
}
