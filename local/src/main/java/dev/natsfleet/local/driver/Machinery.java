package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.effect.Effect;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries effects out on virtual threads: those of one instance in order. */
final class Machinery implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
  private final Consumer<Effect> work;

  /**
   * Effects for one worker.
   *
   * @param work blocks until the effect is done, and reports its own failures
   */
  Machinery(Consumer<Effect> work) {
    this.work = work;
  }

  void add(Effect effect) {
    last.compute(effect.instanceId(), (id, before) -> after(before, effect));
  }

  private CompletableFuture<Void> after(@Nullable CompletableFuture<Void> before, Effect effect) {
    CompletableFuture<Void> start =
        before == null ? CompletableFuture.completedFuture(null) : before;
    return start.thenRunAsync(() -> work.accept(effect), threads);
  }

  /** Nothing more comes for this instance. */
  void forget(String instance) {
    last.remove(instance);
  }

  @Override
  public void close() {
    threads.close();
  }
}
