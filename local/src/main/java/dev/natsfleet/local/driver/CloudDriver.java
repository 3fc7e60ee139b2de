package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.Cloud;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.Instances;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Timing;
import dev.natsfleet.local.imds.MetadataServers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns a cloud: everybody else goes through its lock; its thread tells the cloud the time. */
public final class CloudDriver implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CloudDriver.class);
  private static final long IDLE_NANOS = Duration.ofHours(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final RealTime time = new RealTime();
  private final Machinery machinery = new Machinery(this::carryOut);
  private final Cloud cloud;
  private final Instances instances;
  private final MetadataServers metadata;
  private final Thread clock;
  private boolean closed;

  public CloudDriver(
      Catalogue catalogue,
      Timing timing,
      long seed,
      Instances instances,
      MetadataServers metadata) {
    this.cloud = new Cloud(catalogue, timing, seed, time.now());
    this.instances = instances;
    this.metadata = metadata;
    this.clock = Thread.ofPlatform().name("cloud-clock").daemon().unstarted(this::tick);
  }

  /** Starts the clock. */
  public CloudDriver start() {
    clock.start();
    return this;
  }

  /** Does something with the cloud as it is now, alone. */
  public <T> T with(Function<Cloud, T> work) {
    lock.lock();
    try {
      cloud.advanceTo(time.now());
      return work.apply(cloud);
    } finally {
      cloud.drain().forEach(machinery::add);
      changed.signalAll();
      lock.unlock();
    }
  }

  /** The same without an answer. */
  public void run(Consumer<Cloud> work) {
    with(
        its -> {
          work.accept(its);
          return List.of();
        });
  }

  /** Pushes the cloud's clock ahead. */
  public void warp(Duration by) {
    time.push(by);
    run(its -> {});
  }

  private void tick() {
    lock.lock();
    try {
      while (!closed) {
        cloud.advanceTo(time.now());
        cloud.drain().forEach(machinery::add);
        long left = changed.awaitNanos(nanosToNext());
        log.trace("clock wakes left={}", left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private long nanosToNext() {
    return cloud
        .nextDeadline()
        .map(due -> Duration.between(time.now(), due).toNanos())
        .orElse(IDLE_NANOS);
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.LaunchInstance launch -> launch(launch.spec());
      case Effect.StopInstance stop -> end(stop.instanceId(), instances::stop);
      case Effect.KillInstance kill -> end(kill.instanceId(), instances::kill);
    }
  }

  private void launch(InstanceSpec spec) {
    try {
      Function<String, Optional<String>> read =
          path -> with(its -> its.metadata().read(spec.id(), path));
      URI endpoint = metadata.open(spec.id(), spec.address(), read);
      instances.start(spec, endpoint);
      log.info("instance started id={} address={} zone={}", spec.id(), spec.address(), spec.zone());
    } catch (RuntimeException e) {
      log.error("instance not started id={}", spec.id(), e);
      metadata.close(spec.id());
      run(its -> its.failed(spec.id(), String.valueOf(e.getMessage())));
    }
  }

  private void end(String id, Consumer<String> how) {
    try {
      how.accept(id);
    } catch (RuntimeException e) {
      log.error("instance not ended in order id={}", id, e);
    }
    metadata.close(id);
    run(its -> its.stopped(id));
    machinery.forget(id);
    log.info("instance ended id={}", id);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    machinery.close();
    metadata.close();
  }
}
