package dev.natsfleet.agent.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The files of nats-server in the state directory.
 *
 * @param directory that only the agent's user can read
 */
public record ServerFiles(Path directory) {

  /** Creates the directory. */
  public static ServerFiles in(Path directory) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return new ServerFiles(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("state directory " + directory + " cannot be made", e);
    }
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

  /** Replaces a file as a whole: a reader finds the old text or the new one. */
  static void write(Path file, String text) {
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
