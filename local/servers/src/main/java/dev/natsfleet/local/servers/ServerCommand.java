package dev.natsfleet.local.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start one server.
 *
 * @param name for messages, and of the log file
 * @param argv program and arguments
 * @param environment added to the environment of this process
 * @param directory where it runs and where {@code <name>.log} goes; made if it is missing
 */
public record ServerCommand(
    String name, List<String> argv, Map<String, String> environment, Path directory) {

  public ServerCommand {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** A server that needs nothing in its environment. */
  public ServerCommand(String name, List<String> argv, Path directory) {
    this(name, argv, Map.of(), directory);
  }

  /** Where its standard output and standard error go. */
  public Path log() {
    return directory.resolve(name + ".log");
  }
}
