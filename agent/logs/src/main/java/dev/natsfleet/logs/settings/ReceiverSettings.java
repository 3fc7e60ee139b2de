package dev.natsfleet.logs.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Everything the receiver is told.
 *
 * @param nats how to reach the servers
 * @param place subject, host, partitions, state
 * @param output file name of a host's lines, always with a strftime pattern
 * @param directory that holds one directory per host
 * @param readPartitions to read, at least one
 * @param streams first part of the streams' names
 */
public record ReceiverSettings(
    NatsSettings nats,
    Place place,
    String output,
    Path directory,
    List<Integer> readPartitions,
    String streams) {

  /** Reads the environment; throws with every problem at once. */
  public static ReceiverSettings from(Map<String, String> values) throws SettingsException {
    Environment environment = new Environment(values);
    Place place = Place.from(environment);
    ReceiverSettings settings =
        new ReceiverSettings(
            NatsSettings.from(environment),
            place,
            pattern(environment.text(Variable.SHIPPER_OUTPUT)),
            Path.of(environment.text(Variable.SHIPPER_DIRECTORY)),
            environment.parsed(
                Variable.SHIPPER_READ_PARTITIONS, ReceiverSettings::partitions, List.of()),
            environment.parsed(Variable.SHIPPER_STREAM_TARGET, name -> name, place.subject()));
    environment.check(
        settings.readPartitions.stream().allMatch(p -> p < Math.max(1, place.partitions())),
        "SHIPPER_READ_PARTITIONS names a partition that SHIPPER_PARTITIONS does not have");
    environment.throwProblems();
    return settings;
  }

  private static String pattern(String output) {
    return output.contains("%") ? output : output + "-%Y%m%d%H%M";
  }

  private static List<Integer> partitions(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Quantity::count).toList();
  }
}
