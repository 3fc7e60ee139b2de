package dev.natsfleet.local.acceptance;

import dev.natsfleet.local.fleet.ProjectPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The NatsCluster of the examples with a test's changes. */
record Manifest(String name, String text) {

  /** The example under another name. */
  static Manifest named(String name) {
    Path example = ProjectPrograms.root().resolve("examples/nats-cluster.yaml");
    try {
      return new Manifest(name, Files.readString(example)).with("name: demo", "name: " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The manifest with a part of the example replaced; fails if the example does not have this part.
   */
  Manifest with(String part, String instead) {
    if (!text.contains(part)) {
      throw new AssertionError("the example has no '" + part + "':\n" + text);
    }
    return new Manifest(name, text.replace(part, instead));
  }

  /** The manifest with these periods of registration. */
  Manifest with(RegistrationPeriods periods) {
    return with(
        "heartbeatSeconds: 10, aliveSeconds: 30, forgetSeconds: 300",
        "heartbeatSeconds: %d, aliveSeconds: %d, forgetSeconds: %d"
            .formatted(
                periods.heartbeat().toSeconds(),
                periods.alive().toSeconds(),
                periods.forget().toSeconds()));
  }

  /** Writes the manifest into a file for kubectl. */
  Path write(Path directory) {
    try {
      return Files.writeString(directory.resolve(name + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
