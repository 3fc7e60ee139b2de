package dev.natsfleet.agent.run;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.NodeMachine;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.node.Transition;
import dev.natsfleet.registry.NodeReport;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/**
 * Turns the outside into signals on one thread, an event loop of Vert.x, and runs each action on a
 * virtual thread of its own.
 */
public final class NodeDriver {

  private static final long TICK_MILLIS = 100;

  private final Context loop;
  private final NodeMachine machine;
  private final Hands hands;
  private final ChangeLog changes = new ChangeLog();
  private final CompletableFuture<Action.Exit> exit = new CompletableFuture<>();
  private final long origin = System.nanoTime();
  private volatile Node node;

  public NodeDriver(Vertx vertx, NodeMachine machine, Hands hands, Node node) {
    this.loop = vertx.getOrCreateContext();
    this.machine = machine;
    this.hands = hands;
    this.node = node;
  }

  /** Starts the node's life. */
  public void start() {
    signal(new Signal.Tick());
    loop.runOnContext(on -> loop.owner().setPeriodic(TICK_MILLIS, id -> take(new Signal.Tick())));
  }

  /** Ends with the node's life. */
  public CompletableFuture<Action.Exit> end() {
    return exit;
  }

  /** Tells the node something; from any thread. */
  public void signal(Signal signal) {
    if (!exit.isDone()) {
      loop.runOnContext(on -> take(signal));
    }
  }

  /** Ends the node's life here, and nothing else: nats-server goes on. */
  public void stop() {
    exit.complete(new Action.Exit(0, "the agent was stopped"));
  }

  /** What the node knows now. */
  public Node node() {
    return node;
  }

  /** What the node says of itself now. */
  public NodeReport report() {
    return machine.report(node, now());
  }

  private long now() {
    return System.nanoTime() - origin;
  }

  /** A failure of the machine ends the agent, so that a new one starts from what is on disk. */
  private void take(Signal signal) {
    try {
      if (!exit.isDone()) {
        step(signal);
      }
    } catch (RuntimeException e) {
      exit.completeExceptionally(e);
    }
  }

  private void step(Signal signal) {
    Node before = node;
    Transition next = machine.next(before, signal, now());
    node = next.node();
    changes.log(before, signal, next.node());
    next.actions().forEach(this::run);
  }

  private void run(Action action) {
    if (action instanceof Action.Exit last) {
      exit.complete(last);
    } else {
      Thread.ofVirtual().start(() -> hands.act(action, this::signal));
    }
  }
}
