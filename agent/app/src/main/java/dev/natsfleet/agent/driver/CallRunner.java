package dev.natsfleet.agent.driver;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.Signal;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes each call in a virtual thread of its own, and sees to it that it is answered exactly once:
 * by what came of it, by the error that ended it, or by its time limit. Without that a call that
 * hangs would be the last of its kind, since at most one of a kind is under way. An answer that
 * comes after the limit is dropped: the call was made again since, or will be.
 *
 * @param vertx for timers
 * @param limit of every call; longer than the limits of the clients that are used
 * @param calls blocks until the action is carried out
 */
record CallRunner(Vertx vertx, Duration limit, Function<Action, Signal> calls) {

  /**
   * Carries it out.
   *
   * @param answers takes the one answer, in any thread
   */
  void run(Action action, Consumer<Signal> answers) {
    AtomicBoolean answered = new AtomicBoolean();
    Consumer<Signal> once =
        signal -> {
          if (answered.compareAndSet(false, true)) {
            answers.accept(signal);
          }
        };
    CompletableFuture<Long> timer = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  once.accept(answer(action));
                  vertx.cancelTimer(timer.join());
                });
    timer.complete(vertx.setTimer(limit.toMillis(), id -> giveUp(action, caller, once)));
  }

  private void giveUp(Action action, Thread caller, Consumer<Signal> once) {
    once.accept(
        new Signal.Failed(
            action.actionKind(),
            "no answer within %d s; it is made again".formatted(limit.toSeconds())));
    caller.interrupt();
  }

  private Signal answer(Action action) {
    try {
      return calls.apply(action);
    } catch (RuntimeException | Error e) {
      return new Signal.Failed(action.actionKind(), e.toString());
    }
  }
}
