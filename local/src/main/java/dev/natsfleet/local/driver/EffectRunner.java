package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.effect.Effect;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries out effects on virtual threads, in order for each instance. */
final class EffectRunner implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
  private final Consumer<Effect> work;

  /**
   * Runs effects with this worker.
   *
   * @param work blocks until the effect is carried out, and handles its own failures
   */
  EffectRunner(Consumer<Effect> work) {
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

  /** Drops the state of an instance that gets no further effects. */
  void forget(String instance) {
    last.remove(instance);
  }

  @Override
  public void close() {
    threads.close();
  }
}
