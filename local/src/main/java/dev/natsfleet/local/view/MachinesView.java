package dev.natsfleet.local.view;

import dev.natsfleet.local.machine.MachineMark;
import dev.natsfleet.local.proc.Mark;
import dev.natsfleet.local.proc.Signal;
import java.nio.file.Path;
import java.util.List;

/**
 * The processes of a fleet's machines.
 *
 * @param disks the fleet's directory of instances
 */
public record MachinesView(Path disks) {

  /** Everything that runs on a machine. */
  public List<ProcessHandle> processes(String instance) {
    return mark(instance).holders();
  }

  /** The nats-server of a machine. */
  public List<ProcessHandle> natsServers(String instance) {
    return processes(instance).stream().filter(MachinesView::isNatsServer).toList();
  }

  /** The agent of a machine. */
  public List<ProcessHandle> agents(String instance) {
    return processes(instance).stream().filter(MachinesView::isAgent).toList();
  }

  /** {@code kill -9} of a machine's nats-server. */
  public void killNatsServer(String instance) {
    Signal.KILL.send(natsServers(instance));
  }

  /** {@code kill -9} of a machine's agent. */
  public void killAgent(String instance) {
    Signal.KILL.send(agents(instance));
  }

  private Mark mark(String instance) {
    return MachineMark.of(disks.resolve(instance));
  }

  private static boolean isAgent(ProcessHandle process) {
    return process.info().command().filter(path -> path.endsWith("java")).isPresent();
  }

  /** One that serves: {@code nats-server -t} only reads a configuration, and ends. */
  private static boolean isNatsServer(ProcessHandle process) {
    return process.info().command().filter(path -> path.endsWith("nats-server")).isPresent()
        && process.info().arguments().filter(all -> List.of(all).contains("-t")).isEmpty();
  }
}
