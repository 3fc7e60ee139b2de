package dev.natsfleet.logs.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the shipper is told.
 *
 * @param nats how to reach the servers
 * @param place subject, host, partition, state
 * @param files names and glob patterns, absolute or relative to the working directory
 * @param mode lines or bundles
 * @param window what may be in flight
 * @param waits patience with files
 * @param spool hard links to files that are not read yet
 */
public record ShipperSettings(
    NatsSettings nats,
    Place place,
    List<String> files,
    Mode mode,
    Window window,
    Waits waits,
    Optional<Spool> spool) {

  /** What one message holds. */
  public enum Mode {
    LINE,
    BUNDLE
  }

  /**
   * What may be sent and not yet acknowledged.
   *
   * @param messages 1 to 65536
   * @param bytes of the files, at least 64 KiB
   * @param ackWait after which the last messages are in doubt
   */
  public record Window(int messages, long bytes, Duration ackWait) {}

  /**
   * Patience.
   *
   * @param rotate without growth before a rotated file is complete
   * @param partial before a line without an end is sent
   * @param rescan longest time between two full scans
   */
  public record Waits(Duration rotate, Duration partial, Duration rescan) {}

  /**
   * Hard links that keep unread files.
   *
   * @param directory on the same file system as the files
   * @param bytes of deleted files that may be kept
   */
  public record Spool(Path directory, long bytes) {}

  /** Reads the environment; throws with every problem at once. */
  public static ShipperSettings from(Map<String, String> values) throws SettingsException {
    Environment environment = new Environment(values);
    ShipperSettings settings =
        new ShipperSettings(
            NatsSettings.from(environment),
            Place.from(environment),
            environment.list(Variable.SHIPPER_FILE),
            environment.parsed(Variable.SHIPPER_MODE, ShipperSettings::mode, Mode.LINE),
            window(environment),
            waits(environment),
            spool(environment));
    environment.throwProblems();
    return settings;
  }

  private static Mode mode(String text) {
    return switch (text) {
      case "line" -> Mode.LINE;
      case "bundle" -> Mode.BUNDLE;
      default -> throw new IllegalArgumentException("is neither line nor bundle");
    };
  }

  private static Window window(Environment environment) {
    Window window =
        new Window(
            environment.parsed(Variable.SHIPPER_WINDOW_MESSAGES, Quantity::count, 1),
            environment.parsed(Variable.SHIPPER_WINDOW_BYTES, Quantity::bytes, 1L << 23),
            environment.parsed(
                Variable.SHIPPER_ACK_WAIT, Quantity::duration, Duration.ofSeconds(5)));
    environment.check(
        window.messages >= 1 && window.messages <= 65_536,
        "SHIPPER_WINDOW_MESSAGES is not within 1 and 65536");
    environment.check(window.bytes >= 1 << 16, "SHIPPER_WINDOW_BYTES is less than 64Ki");
    return window;
  }

  private static Waits waits(Environment environment) {
    return new Waits(
        environment.parsed(Variable.SHIPPER_ROTATE_WAIT, Quantity::duration, Duration.ZERO),
        environment.parsed(Variable.SHIPPER_PARTIAL_WAIT, Quantity::duration, Duration.ZERO),
        environment.parsed(Variable.SHIPPER_RESCAN, Quantity::duration, Duration.ZERO));
  }

  private static Optional<Spool> spool(Environment environment) {
    long bytes = environment.parsed(Variable.SHIPPER_SPOOL_BYTES, Quantity::bytes, 0L);
    return environment.path(Variable.SHIPPER_SPOOL).map(directory -> new Spool(directory, bytes));
  }
}
