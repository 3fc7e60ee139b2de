package dev.natsfleet.local.acceptance;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Kills the operator and an agent at random moments.
 *
 * @param cluster the cluster
 * @param random its seed is printed
 */
record RandomKiller(ClusterUnderTest cluster, Random random) {

  /** Within this time a change of size has begun and is seldom complete. */
  private static final int WINDOW_MILLIS = 5_000;

  /** Starts a change and kills this many times while it runs. */
  void during(Runnable change, int strikes) {
    List<CompletableFuture<Void>> planned =
        random
            .ints(strikes, 0, WINDOW_MILLIS)
            .sorted()
            .mapToObj(millis -> CompletableFuture.runAsync(this::kill, after(millis)))
            .toList();
    change.run();
    planned.forEach(CompletableFuture::join);
  }

  /** Kills both with {@code kill -9} and starts a new operator, as a Deployment would. */
  private synchronized void kill() {
    List<String> instances = cluster.instances();
    cluster.fleet().operator().restart();
    if (!instances.isEmpty()) {
      cluster.view().machines().killAgent(instances.get(random.nextInt(instances.size())));
    }
  }

  private static Executor after(int millis) {
    return CompletableFuture.delayedExecutor(
        millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread);
  }
}
