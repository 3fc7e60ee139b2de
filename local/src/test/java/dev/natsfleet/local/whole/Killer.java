package dev.natsfleet.local.whole;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Kills the operator and an agent at random moments.
 *
 * @param trial the cluster
 * @param random of a seed that is printed
 */
record Killer(Trial trial, Random random) {

  /** In this time a change of size has begun, and is seldom over. */
  private static final int WINDOW_MILLIS = 5_000;

  /** Begins a change, and strikes so many times while it goes on. */
  void during(Runnable change, int strikes) {
    List<CompletableFuture<Void>> planned =
        random
            .ints(strikes, 0, WINDOW_MILLIS)
            .sorted()
            .mapToObj(millis -> CompletableFuture.runAsync(this::strike, after(millis)))
            .toList();
    change.run();
    planned.forEach(CompletableFuture::join);
  }

  /** {@code kill -9} of both, and a new operator, as a Deployment would start it. */
  private synchronized void strike() {
    List<String> instances = trial.instances();
    trial.fleet().operator().restart();
    if (!instances.isEmpty()) {
      trial.view().machines().killAgent(instances.get(random.nextInt(instances.size())));
    }
  }

  private static Executor after(int millis) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }
}
