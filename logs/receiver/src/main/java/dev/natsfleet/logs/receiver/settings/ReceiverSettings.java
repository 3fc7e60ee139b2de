package dev.natsfleet.logs.receiver.settings;

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
 * Settings of the receiver.
 *
 * @param nats connection to the servers
 * @param pipelineSettings what shipper and receiver have in common
 * @param output files that lines are written to
 * @param partitionSettings partitions that this receiver owns
 * @param streams that are created when they are missing
 * @param gaps what happens while bytes of a log are missing
 */
public record ReceiverSettings(
    NatsSettings nats,
    PipelineSettings pipelineSettings,
    Output output,
    PartitionSettings partitionSettings,
    Streams streams,
    GapPolicy gaps) {

  /**
   * Output files.
   *
   * @param pattern of a host's file, always with a strftime conversion
   * @param directory that holds one directory per host; all share one file when empty
   * @param every how long one file lasts
   * @param maxBytes of one file; 0 for any number
   * @param retention of finished files
   * @param openFiles at a time, at most
   */
  public record Output(
      String pattern,
      Optional<Path> directory,
      Duration every,
      long maxBytes,
      RetentionPolicy retention,
      int openFiles) {}

  /**
   * Streams that are created.
   *
   * @param names first part of their names
   * @param age of the oldest message
   * @param bytes at which a stream is full and refuses messages; 0 for no limit
   * @param replicas among the servers
   */
  public record Streams(String names, Duration age, long bytes, int replicas) {}

  /** Reads the environment; throws with all problems at once. */
  public static ReceiverSettings from(Map<String, String> values) throws SettingsException {
    EnvironmentReader environment = Variable.reader(values);
    PipelineSettings pipelineSettings = PipelineSettings.from(environment, ProgramName.RECEIVER);
    ReceiverSettings settings =
        new ReceiverSettings(
            NatsSettings.from(environment),
            pipelineSettings,
            output(environment),
            PartitionSettings.from(environment, pipelineSettings),
            streams(environment, pipelineSettings),
            new GapPolicy(
                environment.parsed(
                    Variable.SHIPPER_GAP_WAIT, DurationLimit::parseWait, Duration.ZERO),
                environment.parsed(Variable.SHIPPER_GAP_BYTES, SizeFormat::parse, 0L)));
    environment.check(
        settings.partitionSettings.partitions().isPresent()
            || settings.output.directory().isPresent(),
        "SHIPPER_OWNERSHIP=elastic needs SHIPPER_DIRECTORY: without it all hosts share one file, which one receiver writes");
    NatsFiles.check(environment, settings.nats);
    environment.throwProblems();
    return settings;
  }

  private static Output output(EnvironmentReader environment) {
    Output output =
        new Output(
            pattern(environment),
            environment.path(Variable.SHIPPER_DIRECTORY),
            environment.parsed(
                Variable.SHIPPER_ROTATE_EVERY, DurationLimit::parseAge, Duration.ofDays(1)),
            environment.parsed(Variable.SHIPPER_ROTATE_BYTES, SizeFormat::parse, 0L),
            retention(environment),
            environment.parsed(Variable.SHIPPER_OPEN_FILES, CountFormat::parse, 512));
    environment.check(output.every.toSeconds() >= 1, "SHIPPER_ROTATE_EVERY is less than a second");
    environment.check(output.openFiles >= 16, "SHIPPER_OPEN_FILES is less than 16");
    return output;
  }

  private static RetentionPolicy retention(EnvironmentReader environment) {
    return new RetentionPolicy(
        environment.parsed(Variable.SHIPPER_COMPRESS, ReceiverSettings::compress, false),
        environment.parsed(Variable.SHIPPER_KEEP, DurationLimit::parseAge, Duration.ZERO),
        environment.parsed(Variable.SHIPPER_KEEP_FILES, CountFormat::parse, 0),
        environment.parsed(Variable.SHIPPER_KEEP_BYTES, SizeFormat::parse, 0L));
  }

  private static Streams streams(EnvironmentReader environment, PipelineSettings pipelineSettings) {
    String target = environment.text(Variable.SHIPPER_STREAM_TARGET);
    String names =
        (target.isEmpty() ? pipelineSettings.subject() : target).replaceAll("[^A-Za-z0-9_-]", "_");
    environment.check(
        target.isEmpty() || target.equals(names),
        "SHIPPER_STREAM_TARGET="
            + target
            + " may have letters, digits, '-' and '_' only: it is the first part of the streams' names, not a subject");
    Streams streams =
        new Streams(
            names,
            environment.parsed(Variable.SHIPPER_STREAM_AGE, DurationLimit::parseAge, Duration.ZERO),
            environment.parsed(Variable.SHIPPER_STREAM_BYTES, SizeFormat::parse, 1L << 30),
            environment.parsed(Variable.SHIPPER_STREAM_REPLICAS, CountFormat::parse, 1));
    environment.check(
        streams.replicas >= 1 && streams.replicas <= 5,
        "SHIPPER_STREAM_REPLICAS is not within 1 and 5");
    return streams;
  }

  private static boolean compress(String text) {
    return switch (text) {
      case "gzip" -> true;
      case "none" -> false;
      default -> throw new IllegalArgumentException("is neither gzip nor none");
    };
  }

  /** Below a directory every path is relative to a host's, as fshipper joins them. */
  private static String pattern(EnvironmentReader environment) {
    String output = environment.text(Variable.SHIPPER_OUTPUT);
    boolean below = environment.path(Variable.SHIPPER_DIRECTORY).isPresent();
    environment.check(
        !below || !List.of(output.split("/", -1)).contains(".."),
        "SHIPPER_OUTPUT=" + output + " leaves the directory of its host");
    if (!output.isEmpty()) {
      environment.parsed(
          Variable.SHIPPER_OUTPUT, text -> Path.of(Strftime.check(text)), Path.of(""));
    }
    String path = below ? output.replaceFirst("^/+", "") : output;
    return path.contains("%") ? path : path + "-%Y%m%d%H%M";
  }
}
