package dev.natsfleet.logs.receiver;

import dev.natsfleet.logs.receiver.stream.NatsConnection;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A connection that is being made, which may take for ever and can be given up. */
record PendingConnection(Callable<NatsConnection> opener) {

  /** Waits a moment; gives whether the program is to end. */
  @FunctionalInterface
  interface Pause {
    boolean isOver() throws InterruptedException;
  }

  /** The connection; empty when the program is to end before there is one. */
  Optional<NatsConnection> await(Pause pause)
      throws IOException, GeneralSecurityException, InterruptedException {
    FutureTask<NatsConnection> task = new FutureTask<>(opener);
    Thread thread = Thread.ofPlatform().name("connect").daemon().start(task);
    boolean over = false;
    while (!task.isDone() && !over) {
      over = pause.isOver();
    }
    if (!task.isDone()) {
      thread.interrupt();
      return Optional.empty();
    }
    return Optional.of(result(task));
  }

  private static NatsConnection result(FutureTask<NatsConnection> task)
      throws IOException, GeneralSecurityException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failed -> throw failed;
        case GeneralSecurityException failed -> throw failed;
        case InterruptedException failed -> throw failed;
        case RuntimeException failed -> throw failed;
        case null, default -> throw new IllegalStateException("connecting failed", e);
      }
    }
  }
}
