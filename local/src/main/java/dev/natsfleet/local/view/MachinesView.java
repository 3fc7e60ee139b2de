package dev.natsfleet.local.view;

import dev.natsfleet.local.machine.MachineTag;
import dev.natsfleet.local.proc.PosixSignal;
import dev.natsfleet.local.proc.ProcessTag;
import java.nio.file.Path;
import java.util.List;

/**
 * The processes of a fleet's machines.
 *
 * @param disks the fleet's directory of instances
 */
public record MachinesView(Path disks) {

  /** All processes of a machine. */
  public List<ProcessHandle> processes(String instance) {
    return tag(instance).processes();
  }

  /** The nats-server processes of a machine. */
  public List<ProcessHandle> natsServers(String instance) {
    return processes(instance).stream().filter(MachinesView::isNatsServer).toList();
  }

  /** The agent processes of a machine. */
  public List<ProcessHandle> agents(String instance) {
    return processes(instance).stream().filter(MachinesView::isAgent).toList();
  }

  /** {@code kill -9} of a machine's nats-server. */
  public void killNatsServer(String instance) {
    PosixSignal.KILL.send(natsServers(instance));
  }

  /** {@code kill -9} of a machine's agent. */
  public void killAgent(String instance) {
    PosixSignal.KILL.send(agents(instance));
  }

  private ProcessTag tag(String instance) {
    return MachineTag.of(disks.resolve(instance));
  }

  private static boolean isAgent(ProcessHandle process) {
    return process.info().command().filter(path -> path.endsWith("java")).isPresent();
  }

  /** Whether it is a serving nats-server; {@code nats-server -t} only checks a configuration. */
  private static boolean isNatsServer(ProcessHandle process) {
    return process.info().command().filter(path -> path.endsWith("nats-server")).isPresent()
        && process.info().arguments().filter(all -> List.of(all).contains("-t")).isEmpty();
  }
}
