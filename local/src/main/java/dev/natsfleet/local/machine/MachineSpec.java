package dev.natsfleet.local.machine;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import java.net.URI;
import java.nio.file.Path;

/**
 * The parts of a machine before any program runs on it.
 *
 * @param instance the specification of its instance
 * @param metadata endpoint of its metadata service
 * @param disk its directory, initially empty
 */
public record MachineSpec(InstanceSpec instance, URI metadata, Path disk) {

  /**
   * A file with additional or overriding environment variables of its program, read at each start
   * if it exists.
   */
  public Path environment() {
    return disk.resolve("environment");
  }

  /** The file with the standard output and standard error of its processes. */
  public Path console() {
    return disk.resolve("console.log");
  }
}
