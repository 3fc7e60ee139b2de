package dev.natsfleet.local.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command that starts a server.
 *
 * @param name name in messages and of the log file
 * @param argv program and arguments
 * @param environment added to the environment of this process
 * @param directory working directory, where {@code <name>.log} goes; created if it is missing
 */
public record ServerCommand(
    String name, List<String> argv, Map<String, String> environment, Path directory) {

  public ServerCommand {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** A server without additional environment variables. */
  public ServerCommand(String name, List<String> argv, Path directory) {
    this(name, argv, Map.of(), directory);
  }

  /** The same with more arguments. */
  ServerCommand with(List<String> arguments) {
    List<String> all = Stream.concat(argv.stream(), arguments.stream()).toList();
    return new ServerCommand(name, all, environment, directory);
  }

  /** The file for its standard output and standard error. */
  public Path log() {
    return directory.resolve(name + ".log");
  }
}
