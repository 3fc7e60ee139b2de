package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.Instances;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Machines that only note what is asked of them; the first so many do not start. */
final class RecordingInstances implements Instances {

  final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger broken;

  RecordingInstances(int broken) {
    this.broken = new AtomicInteger(broken);
  }

  @Override
  public void start(InstanceSpec spec, URI metadata) {
    if (broken.getAndDecrement() > 0) {
      throw new IllegalStateException("no memory left");
    }
    calls.add("start " + spec.id() + " " + spec.address() + " " + metadata.getHost());
  }

  @Override
  public void stop(String instanceId) {
    calls.add("stop " + instanceId);
  }

  @Override
  public void kill(String instanceId) {
    calls.add("kill " + instanceId);
  }
}
