package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.Cloud;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.MachineHost;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
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

/** Owns a cloud: all calls go through its lock, and its thread advances the cloud's clock. */
public final class CloudDriver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CloudDriver.class);
  private static final long IDLE_NANOS = Duration.ofHours(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final RealClock time = new RealClock();
  private final EffectRunner effects = new EffectRunner(this::runEffect);
  private final Cloud cloud;
  private final MachineHost machines;
  private final MetadataServers metadata;
  private final Thread clock;
  private boolean closed;

  public CloudDriver(
      Catalogue catalogue,
      CloudDelays delays,
      long seed,
      MachineHost machines,
      MetadataServers metadata) {
    this.cloud = new Cloud(catalogue, delays, seed, time.now());
    this.machines = machines;
    this.metadata = metadata;
    this.clock = Thread.ofPlatform().name("cloud-clock").daemon().unstarted(this::runClock);
  }

  /** Starts the clock. */
  public CloudDriver start() {
    clock.start();
    return this;
  }

  /** Calls the cloud at the present time, while nobody else does. */
  public <T> T call(Function<Cloud, T> work) {
    lock.lock();
    try {
      cloud.advanceTo(time.now());
      return work.apply(cloud);
    } finally {
      cloud.takeEffects().forEach(effects::add);
      changed.signalAll();
      lock.unlock();
    }
  }

  /** The same, without a result. */
  public void run(Consumer<Cloud> work) {
    call(
        its -> {
          work.accept(its);
          return List.of();
        });
  }

  /** Advances the cloud's clock by this duration. */
  public void advanceClock(Duration by) {
    time.push(by);
    run(its -> {});
  }

  private void runClock() {
    lock.lock();
    try {
      while (!closed) {
        cloud.advanceTo(time.now());
        cloud.takeEffects().forEach(effects::add);
        long left = changed.awaitNanos(nanosToNext());
        LOG.atTrace().addKeyValue("nanosLeft", left).log("cloud clock advanced");
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

  private void runEffect(Effect effect) {
    switch (effect) {
      case Effect.LaunchInstance launch -> launch(launch.spec());
      case Effect.StopInstance stop -> end(stop.instanceId(), machines::stop);
      case Effect.KillInstance kill -> end(kill.instanceId(), machines::kill);
    }
  }

  private void launch(InstanceSpec spec) {
    try {
      Function<String, Optional<String>> read =
          path -> call(its -> its.metadata().read(spec.id(), path));
      URI endpoint = metadata.open(spec.id(), spec.address(), read);
      machines.start(spec, endpoint);
      LOG.atInfo()
          .addKeyValue("instance", spec.id())
          .addKeyValue("address", spec.address())
          .addKeyValue("zone", spec.zone())
          .log("machine started");
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("instance", spec.id())
          .setCause(e)
          .log("machine could not be started; the cloud terminates the instance");
      metadata.close(spec.id());
      run(its -> its.machineFailed(spec.id(), String.valueOf(e.getMessage())));
    }
  }

  private void end(String id, Consumer<String> how) {
    try {
      how.accept(id);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("instance", id)
          .setCause(e)
          .log("machine could not be stopped; the cloud terminates the instance regardless");
    }
    metadata.close(id);
    run(its -> its.machineStopped(id));
    effects.forget(id);
    LOG.atInfo().addKeyValue("instance", id).log("machine ended");
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
    effects.close();
    metadata.close();
  }
}
