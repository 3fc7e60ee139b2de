package dev.natsfleet.logs.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the receiver is told.
 *
 * @param nats how to reach the servers
 * @param place subject, host, partitions, state
 * @param output where lines go
 * @param share which partitions
 * @param streams what the streams are like
 * @param gaps patience with missing bytes
 */
public record ReceiverSettings(
    NatsSettings nats, Place place, Output output, Share share, Streams streams, Gaps gaps) {

  /**
   * Files.
   *
   * @param pattern of a host's file, always with a strftime conversion
   * @param directory that holds one directory per host; all share one file when empty
   * @param every how long one file lasts
   * @param maxBytes of one file; 0 for any number
   * @param compress whether finished files are packed
   * @param keep finished files that are kept
   * @param openFiles at a time
   */
  public record Output(
      String pattern,
      Optional<Path> directory,
      Duration every,
      long maxBytes,
      boolean compress,
      Keep keep,
      int openFiles) {}

  /**
   * Finished files of a host that are kept; 0 for any.
   *
   * @param age of the oldest
   * @param files how many
   * @param bytes of all
   */
  public record Keep(Duration age, int files, long bytes) {}

  /**
   * Streams that are created.
   *
   * @param names first part of their names
   * @param age of the oldest message
   * @param bytes at which messages are refused
   * @param replicas among the servers
   */
  public record Streams(String names, Duration age, long bytes, int replicas) {}

  /**
   * Patience with missing bytes of a log.
   *
   * @param patience before they count as lost
   * @param bytes that are held back meanwhile
   */
  public record Gaps(Duration patience, long bytes) {}

  /** Reads the environment; throws with every problem at once. */
  public static ReceiverSettings from(Map<String, String> values) throws SettingsException {
    Environment environment = new Environment(values);
    Place place = Place.from(environment);
    ReceiverSettings settings =
        new ReceiverSettings(
            NatsSettings.from(environment),
            place,
            output(environment),
            Share.from(environment, place),
            streams(environment, place),
            new Gaps(
                environment.parsed(Variable.SHIPPER_GAP_WAIT, Quantity::duration, Duration.ZERO),
                environment.parsed(Variable.SHIPPER_GAP_BYTES, Quantity::bytes, 0L)));
    environment.check(
        settings.share.partitions().isPresent() || settings.output.directory().isPresent(),
        "SHIPPER_OWNERSHIP=elastic needs SHIPPER_DIRECTORY: without it all hosts share one file, which one receiver writes");
    environment.throwProblems();
    return settings;
  }

  private static Output output(Environment environment) {
    Output output =
        new Output(
            pattern(environment),
            environment.path(Variable.SHIPPER_DIRECTORY),
            environment.parsed(
                Variable.SHIPPER_ROTATE_EVERY, Quantity::duration, Duration.ofDays(1)),
            environment.parsed(Variable.SHIPPER_ROTATE_BYTES, Quantity::bytes, 0L),
            environment.parsed(Variable.SHIPPER_COMPRESS, ReceiverSettings::compress, false),
            keep(environment),
            environment.parsed(Variable.SHIPPER_OPEN_FILES, Quantity::count, 512));
    environment.check(output.every.toSeconds() >= 1, "SHIPPER_ROTATE_EVERY is less than a second");
    environment.check(output.openFiles >= 16, "SHIPPER_OPEN_FILES is less than 16");
    return output;
  }

  private static Keep keep(Environment environment) {
    return new Keep(
        environment.parsed(Variable.SHIPPER_KEEP, Quantity::duration, Duration.ZERO),
        environment.parsed(Variable.SHIPPER_KEEP_FILES, Quantity::count, 0),
        environment.parsed(Variable.SHIPPER_KEEP_BYTES, Quantity::bytes, 0L));
  }

  private static Streams streams(Environment environment, Place place) {
    String target = environment.text(Variable.SHIPPER_STREAM_TARGET);
    Streams streams =
        new Streams(
            (target.isEmpty() ? place.subject() : target).replaceAll("[^A-Za-z0-9_-]", "_"),
            environment.parsed(Variable.SHIPPER_STREAM_AGE, Quantity::duration, Duration.ZERO),
            environment.parsed(Variable.SHIPPER_STREAM_BYTES, Quantity::bytes, 1L << 30),
            environment.parsed(Variable.SHIPPER_STREAM_REPLICAS, Quantity::count, 1));
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
  private static String pattern(Environment environment) {
    String output = environment.text(Variable.SHIPPER_OUTPUT);
    boolean below = environment.path(Variable.SHIPPER_DIRECTORY).isPresent();
    environment.check(
        !below || !List.of(output.split("/", -1)).contains(".."),
        "SHIPPER_OUTPUT=" + output + " leaves the directory of its host");
    String path = below ? output.replaceFirst("^/+", "") : output;
    return path.contains("%") ? path : path + "-%Y%m%d%H%M";
  }
}
