package dev.natsfleet.operator.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Answers of a describe call, shared by all clusters of a Region. Who needs a value that is not
 * there, or too old, makes one call for it, for all who wait, and for what was asked for lately and
 * grows old; who needs one of these meanwhile waits for that call. No lock is held while a call is
 * under way, and a write makes only its own name's value old.
 *
 * @param <V> value of one name
 */
final class BatchedReadCache<V> {

  /** What nobody has asked for in this time is not read along with other names. */
  private static final long LATELY = Duration.ofSeconds(20).toNanos();

  /** What nobody has asked for in this time is forgotten. */
  private static final long FORGOTTEN = Duration.ofMinutes(10).toNanos();

  private final String call;
  private final ReadLimits limits;
  private final Function<Set<String>, Map<String, V>> read;
  private final LongSupplier nanoTime;
  private final Map<String, CachedRead<V>> reads = new HashMap<>();
  private int calls;

  /**
   * A cache that holds nothing yet.
   *
   * @param call IAM action, for the message when it fails
   * @param read reads the values of these names; absent ones are left out
   */
  BatchedReadCache(
      String call,
      ReadLimits limits,
      Function<Set<String>, Map<String, V>> read,
      LongSupplier nanoTime) {
    this.call = call;
    this.limits = limits;
    this.read = read;
    this.nanoTime = nanoTime;
  }

  /** What somebody who asks can do: take the value, or make a call. */
  private sealed interface Turn<V> {
    record Answer<V>(Optional<V> value) implements Turn<V> {}

    record Call<V>(Map<String, CachedRead<V>> batch) implements Turn<V> {}
  }

  /**
   * The value, or empty if there is none; read not longer ago than the limits say, and after the
   * last write to this name.
   *
   * @throws dev.natsfleet.registry.PortException if the call for it failed
   */
  Optional<V> get(String name) {
    return AwsErrors.call(call, name, () -> readThrough(name));
  }

  /** Makes the next answer for this name a fresh one; called after every write to it. */
  synchronized void invalidate(String name) {
    Optional.ofNullable(reads.get(name)).ifPresent(CachedRead::invalidate);
  }

  private Optional<V> readThrough(String name) {
    long asked = nanoTime.getAsLong();
    try {
      while (true) {
        switch (turn(name, asked)) {
          case Turn.Answer<V>(var value) -> {
            return value;
          }
          case Turn.Call<V>(var batch) -> make(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("interrupted while another read was under way", e);
    }
  }

  /** Waits until there is an answer for the name, or a call for it may begin. */
  private synchronized Turn<V> turn(String name, long asked) throws InterruptedException {
    while (true) {
      CachedRead<V> own = reads.computeIfAbsent(name, _ -> new CachedRead<>());
      own.ask(asked);
      RuntimeException failure = own.failureSince(asked);
      if (own.isFresh(asked, limits)) {
        return new Turn.Answer<>(own.give());
      }
      if (failure != null) {
        throw failure;
      }
      if (!own.isReading() && calls < limits.calls()) {
        return new Turn.Call<>(begin(name, own));
      }
      wait();
    }
  }

  /** Begins a call for the name and for whatever can be read along with it. */
  private Map<String, CachedRead<V>> begin(String name, CachedRead<V> own) {
    long now = nanoTime.getAsLong();
    reads.values().removeIf(r -> !r.isReading() && r.unasked(now) > FORGOTTEN);
    Map<String, CachedRead<V>> batch = new HashMap<>(Map.of(name, own));
    add(batch, CachedRead::isWaiting);
    add(batch, r -> r.unasked(now) < LATELY && r.isAgeing(now, limits));
    batch.values().forEach(CachedRead::begin);
    calls++;
    return batch;
  }

  private void add(Map<String, CachedRead<V>> batch, Predicate<CachedRead<V>> which) {
    reads.entrySet().stream()
        .filter(entry -> !batch.containsKey(entry.getKey()) && which.test(entry.getValue()))
        .limit(limits.names() - batch.size())
        .toList()
        .forEach(entry -> batch.put(entry.getKey(), entry.getValue()));
  }

  private void make(Map<String, CachedRead<V>> batch) {
    long begunAt = nanoTime.getAsLong();
    BiConsumer<String, CachedRead<V>> ending = (_, r) -> r.abandon();
    try {
      Map<String, V> values = read.apply(batch.keySet());
      ending = (name, r) -> r.read(Optional.ofNullable(values.get(name)), begunAt);
    } catch (RuntimeException e) {
      ending = (_, r) -> r.fail(e, nanoTime.getAsLong());
    } finally {
      end(batch, ending);
    }
  }

  private synchronized void end(
      Map<String, CachedRead<V>> batch, BiConsumer<String, CachedRead<V>> ending) {
    batch.forEach(ending);
    calls--;
    notifyAll();
  }
}
