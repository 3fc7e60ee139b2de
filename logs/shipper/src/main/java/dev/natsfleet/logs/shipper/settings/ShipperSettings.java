package dev.natsfleet.logs.shipper.settings;

import dev.natsfleet.logs.program.connect.NatsFiles;
import dev.natsfleet.logs.program.settings.DurationLimit;
import dev.natsfleet.logs.program.settings.NatsSettings;
import dev.natsfleet.logs.program.settings.PipelineSettings;
import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.program.settings.Variable;
import dev.natsfleet.settings.EnvironmentReader;
import dev.natsfleet.settings.SettingsException;
import dev.natsfleet.values.CountFormat;
import dev.natsfleet.values.SizeFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the shipper.
 *
 * @param nats how to reach the servers
 * @param pipelineSettings subject, host, partition, state
 * @param files names and glob patterns, absolute or relative to the working directory
 * @param mode lines or bundles
 * @param window what may be in flight
 * @param waits how long to wait for files
 * @param spool for files that are rotated before they are in the stream
 */
public record ShipperSettings(
    NatsSettings nats,
    PipelineSettings pipelineSettings,
    List<String> files,
    Mode mode,
    WindowSettings window,
    Waits waits,
    Optional<SpoolSettings> spool) {

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
   * @param ackWait how long to wait for the next acknowledgement before the stream is asked
   */
  public record WindowSettings(int messages, long bytes, Duration ackWait) {}

  /**
   * How long to wait for files.
   *
   * @param rotate time without growth after which a rotated file is complete
   * @param partial time without growth after which a line without an end is sent
   * @param rescan longest time between two scans of all paths
   */
  public record Waits(Duration rotate, Duration partial, Duration rescan) {}

  /**
   * A directory for hard links to rotated files.
   *
   * @param directory on the same file system as the files
   * @param bytes of deleted files that it may keep
   */
  public record SpoolSettings(Path directory, long bytes) {}

  /** Parses the environment; throws with every problem at once. */
  public static ShipperSettings from(Map<String, String> values) throws SettingsException {
    EnvironmentReader environment = Variable.reader(values);
    ShipperSettings settings =
        new ShipperSettings(
            NatsSettings.from(environment),
            PipelineSettings.from(environment, ProgramName.SHIPPER),
            environment.parsed(Variable.SHIPPER_FILE, FilePatterns::parse, List.of()),
            environment.parsed(Variable.SHIPPER_MODE, ShipperSettings::mode, Mode.LINE),
            window(environment),
            waits(environment),
            spool(environment));
    NatsFiles.check(environment, settings.nats);
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

  private static WindowSettings window(EnvironmentReader environment) {
    WindowSettings window =
        new WindowSettings(
            environment.parsed(Variable.SHIPPER_WINDOW_MESSAGES, CountFormat::parse, 1),
            environment.parsed(Variable.SHIPPER_WINDOW_BYTES, SizeFormat::parse, 1L << 23),
            environment.parsed(
                Variable.SHIPPER_ACK_WAIT, DurationLimit::parseWait, Duration.ofSeconds(5)));
    environment.check(
        window.messages >= 1 && window.messages <= 65_536,
        "SHIPPER_WINDOW_MESSAGES is not within 1 and 65536");
    environment.check(window.bytes >= 1 << 16, "SHIPPER_WINDOW_BYTES is less than 64Ki");
    return window;
  }

  private static Waits waits(EnvironmentReader environment) {
    return new Waits(
        environment.parsed(Variable.SHIPPER_ROTATE_WAIT, DurationLimit::parseWait, Duration.ZERO),
        environment.parsed(Variable.SHIPPER_PARTIAL_WAIT, DurationLimit::parseWait, Duration.ZERO),
        environment.parsed(Variable.SHIPPER_RESCAN, DurationLimit::parseWait, Duration.ZERO));
  }

  private static Optional<SpoolSettings> spool(EnvironmentReader environment) {
    long bytes = environment.parsed(Variable.SHIPPER_SPOOL_BYTES, SizeFormat::parse, 0L);
    return environment
        .path(Variable.SHIPPER_SPOOL)
        .map(directory -> new SpoolSettings(directory, bytes));
  }
}
