package dev.natsfleet.local.whole;

import dev.natsfleet.local.fleet.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The NatsCluster of the examples, changed as a test needs it. */
record Manifest(String name, String text) {

  /** The example under another name. */
  static Manifest named(String name) {
    Path example = Programs.root().resolve("examples/nats-cluster.yaml");
    try {
      return new Manifest(name, Files.readString(example)).with("name: demo", "name: " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With something else in place of a part that the example has. */
  Manifest with(String part, String instead) {
    if (!text.contains(part)) {
      throw new AssertionError("the example has no '" + part + "':\n" + text);
    }
    return new Manifest(name, text.replace(part, instead));
  }

  /** With these periods of registration. */
  Manifest with(Periods periods) {
    return with(
        "heartbeatSeconds: 10, aliveSeconds: 30, forgetSeconds: 300",
        "heartbeatSeconds: %d, aliveSeconds: %d, forgetSeconds: %d"
            .formatted(
                periods.heartbeat().toSeconds(),
                periods.alive().toSeconds(),
                periods.forget().toSeconds()));
  }

  /** A file for kubectl. */
  Path write(Path directory) {
    try {
      return Files.writeString(directory.resolve(name + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
