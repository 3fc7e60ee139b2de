package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.MachineHost;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Records the calls; the first machines fail to start. */
final class RecordingMachineHost implements MachineHost {

  final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger broken;

  RecordingMachineHost(int broken) {
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
