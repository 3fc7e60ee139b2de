package dev.natsfleet.local.machine;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.MachineHost;
import dev.natsfleet.local.proc.PosixSignal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Machines as groups of processes on this host. */
public final class ProcessMachineHost implements MachineHost, AutoCloseable {

  private final MachineImage image;
  private final Path disks;
  private final Map<String, EmulatedMachine> emulatedMachines = new ConcurrentHashMap<>();

  /**
   * Machines that all run the same image, regardless of their AMI.
   *
   * @param disks directory where each machine gets a subdirectory named by its instance id
   */
  public ProcessMachineHost(MachineImage image, Path disks) {
    this.image = image;
    this.disks = disks;
  }

  @Override
  public void start(InstanceSpec spec, URI metadata) {
    MachineSpec machineSpec = new MachineSpec(spec, metadata, disks.resolve(spec.id()));
    EmulatedMachine emulatedMachine = new EmulatedMachine(machineSpec, image.program(machineSpec));
    emulatedMachines.put(spec.id(), emulatedMachine);
    emulatedMachine.run();
  }

  @Override
  public void stop(String instanceId) {
    end(instanceId, EmulatedMachine::stop);
  }

  @Override
  public void kill(String instanceId) {
    end(instanceId, EmulatedMachine::kill);
  }

  /** Stops all processes of a machine, as if its host gave it no CPU time. */
  public void pause(String instanceId) {
    signal(instanceId, PosixSignal.STOP);
  }

  /** Kills every machine. */
  @Override
  public void close() {
    emulatedMachines.keySet().forEach(this::kill);
  }

  private void end(String instanceId, Consumer<EmulatedMachine> how) {
    EmulatedMachine emulatedMachine = emulatedMachines.get(instanceId);
    if (emulatedMachine != null) {
      how.accept(emulatedMachine);
      emulatedMachines.remove(instanceId);
    }
  }

  private void signal(String instanceId, PosixSignal posixSignal) {
    EmulatedMachine emulatedMachine = emulatedMachines.get(instanceId);
    if (emulatedMachine != null) {
      emulatedMachine.signal(posixSignal);
    }
  }
}
