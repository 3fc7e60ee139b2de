package dev.natsfleet.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Signal;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallRunnerTest {

  private static final Action ROWS = new Action.Plain(ActionKind.ROWS);

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void shouldAnswerACallThatHangs() throws InterruptedException {
    // Given a call that not even an interrupt ends
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    CallRunner runner =
        runner(
            Duration.ofMillis(50),
            action -> {
              awaitUninterruptibly(hanging);
              over.countDown();
              return new Signal.Done(ActionKind.ROWS);
            });

    // When
    runner.run(ROWS, signals::add);
    Signal first = next();
    hanging.countDown();
    over.await();

    // Then the late answer is dropped
    assertThat(first).isInstanceOf(Signal.Failed.class);
    assertThat(signals).isEmpty();
  }

  @Test
  void shouldAnswerACallThatEndsInAnError() throws InterruptedException {
    // Given
    CallRunner runner =
        runner(
            Duration.ofMinutes(1),
            action -> {
              throw new StackOverflowError("deep");
            });

    // When
    runner.run(ROWS, signals::add);

    // Then
    assertThat(next())
        .isEqualTo(new Signal.Failed(ActionKind.ROWS, "java.lang.StackOverflowError: deep"));
  }

  private CallRunner runner(Duration limit, Function<Action, Signal> calls) {
    return new CallRunner(vertx, limit, calls);
  }

  private Signal next() throws InterruptedException {
    Signal signal = signals.poll(1, TimeUnit.MINUTES);
    return signal == null ? new Signal.Tick() : signal;
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean over = false;
    while (!over) {
      try {
        latch.await();
        over = true;
      } catch (InterruptedException e) {
        over = false;
      }
    }
  }
}
