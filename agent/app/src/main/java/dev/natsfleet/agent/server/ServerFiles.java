package dev.natsfleet.agent.server;

import dev.natsfleet.agent.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of nats-server in the state directory.
 *
 * @param directory that only the agent's user can read
 */
public record ServerFiles(Path directory) {

  /** Creates the directory. */
  public static ServerFiles in(Path directory) {
    PrivateFiles.makeDirectory(directory);
    return new ServerFiles(directory);
  }

  Path config() {
    return directory.resolve("nats-server.conf");
  }

  Path nextConfig() {
    return directory.resolve("nats-server.conf.next");
  }

  Path log() {
    return directory.resolve("nats-server.log");
  }

  Path output() {
    return directory.resolve("nats-server.out");
  }

  Path identity() {
    return directory.resolve("nats-server.process");
  }

  /** The text of a file, or an empty string if there is none. */
  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
