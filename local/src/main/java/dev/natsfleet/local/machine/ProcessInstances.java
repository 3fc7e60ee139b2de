package dev.natsfleet.local.machine;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.Instances;
import dev.natsfleet.local.proc.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Machines as processes on this one. */
public final class ProcessInstances implements Instances, AutoCloseable {

  private final Image image;
  private final Path disks;
  private final Map<String, Machine> machines = new ConcurrentHashMap<>();

  /**
   * Machines that all run the same image, whatever AMI they were promised.
   *
   * @param disks where each gets a directory named by its instance id
   */
  public ProcessInstances(Image image, Path disks) {
    this.image = image;
    this.disks = disks;
  }

  @Override
  public void start(InstanceSpec spec, URI metadata) {
    Hardware hardware = new Hardware(spec, metadata, disks.resolve(spec.id()));
    Machine machine = new Machine(hardware, image.boot(hardware));
    machines.put(spec.id(), machine);
    machine.run();
  }

  @Override
  public void stop(String instanceId) {
    end(instanceId, Machine::stop);
  }

  @Override
  public void kill(String instanceId) {
    end(instanceId, Machine::kill);
  }

  /** Makes a machine stand still, as a host that has lost its CPU for a while. */
  public void pause(String instanceId) {
    signal(instanceId, Signal.STOP);
  }

  /** Lets a paused machine go on. */
  public void unpause(String instanceId) {
    signal(instanceId, Signal.CONT);
  }

  /** Kills every machine. */
  @Override
  public void close() {
    machines.keySet().forEach(this::kill);
  }

  private void end(String instanceId, Consumer<Machine> how) {
    Machine machine = machines.get(instanceId);
    if (machine != null) {
      how.accept(machine);
      machines.remove(instanceId);
    }
  }

  private void signal(String instanceId, Signal signal) {
    Machine machine = machines.get(instanceId);
    if (machine != null) {
      machine.signal(signal);
    }
  }
}
