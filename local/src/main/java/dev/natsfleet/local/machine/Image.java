package dev.natsfleet.local.machine;

import java.util.List;
import java.util.Map;

/** What a machine runs once it is up, as an AMI would. */
@FunctionalInterface
public interface Image {

  /** The program that the machine's init keeps running. */
  Program boot(Hardware hardware);

  /**
   * A program and its environment.
   *
   * @param command program and arguments
   * @param environment all of it, beside PATH, HOME and LANG: a machine inherits nothing from this
   *     one
   */
  record Program(List<String> command, Map<String, String> environment) {

    public Program {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }
}
