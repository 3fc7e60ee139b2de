package dev.natsfleet.local.machine;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import java.net.URI;
import java.nio.file.Path;

/**
 * A machine before anything runs on it.
 *
 * @param instance what the cloud promised
 * @param metadata its metadata service
 * @param disk its directory, empty at first
 */
public record Hardware(InstanceSpec instance, URI metadata, Path disk) {

  /** More of its programs' environment, or instead: read at each start, if it is there. */
  public Path environment() {
    return disk.resolve("environment");
  }

  /** What its processes wrote to their standard output and standard error. */
  public Path console() {
    return disk.resolve("console.log");
  }
}
