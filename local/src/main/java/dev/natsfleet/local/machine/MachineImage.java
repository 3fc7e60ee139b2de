package dev.natsfleet.local.machine;

import java.util.List;
import java.util.Map;

/** What a machine runs after its boot, like an AMI. */
@FunctionalInterface
public interface MachineImage {

  /** The program that the machine keeps running. */
  Program program(MachineSpec spec);

  /**
   * A program and its environment.
   *
   * @param command program and arguments
   * @param environment its whole environment except PATH, HOME and LANG; a machine inherits nothing
   *     else from this process
   */
  record Program(List<String> command, Map<String, String> environment) {

    public Program {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }
}
