package dev.natsfleet.logs.receiver.settings;

import dev.natsfleet.logs.program.settings.PipelineSettings;
import dev.natsfleet.logs.program.settings.Variable;
import dev.natsfleet.settings.EnvironmentReader;
import dev.natsfleet.values.CountFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which partitions a receiver reads.
 *
 * @param copy that the receiver belongs to; each copy has all lines
 * @param partitions that are its own by list; empty when receivers share them by leases
 */
public record PartitionSettings(String copy, Optional<List<Integer>> partitions) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,6})$");

  static PartitionSettings from(EnvironmentReader environment, PipelineSettings pipelineSettings) {
    String copy = environment.text(Variable.SHIPPER_COPY);
    environment.check(
        NAME.matcher(copy).matches(),
        "SHIPPER_COPY=" + copy + " may have letters, digits, '-' and '_' only");
    boolean elastic =
        environment.parsed(Variable.SHIPPER_OWNERSHIP, PartitionSettings::elastic, false);
    environment.check(
        !elastic || environment.text(Variable.SHIPPER_READ_PARTITIONS).isEmpty(),
        "SHIPPER_OWNERSHIP=elastic finds its partitions by itself: leave SHIPPER_READ_PARTITIONS out");
    return new PartitionSettings(
        copy, elastic ? Optional.empty() : Optional.of(own(environment, pipelineSettings)));
  }

  private static List<Integer> own(
      EnvironmentReader environment, PipelineSettings pipelineSettings) {
    List<Integer> listed =
        environment.parsed(
            Variable.SHIPPER_READ_PARTITIONS, PartitionSettings::partitions, List.of());
    int receivers = environment.parsed(Variable.SHIPPER_RECEIVERS, CountFormat::parse, 0);
    int all = Math.max(1, pipelineSettings.partitions());
    environment.check(
        pipelineSettings.partitions() == 0
            || listed.stream().allMatch(partition -> partition < all), // as fshipper's receivers
        "SHIPPER_READ_PARTITIONS=%s names a partition that SHIPPER_PARTITIONS=%d does not have"
            .formatted(listed, all));
    if (!listed.isEmpty() || receivers == 0) {
      return listed.isEmpty() ? List.of(0) : listed;
    }
    int ordinal = ordinal(pipelineSettings.host());
    environment.check(
        ordinal >= 0 && ordinal < receivers,
        "HOSTNAME=%s does not end with a number below SHIPPER_RECEIVERS=%d"
            .formatted(pipelineSettings.host(), receivers));
    return IntStream.range(0, all)
        .filter(partition -> partition % receivers == ordinal)
        .boxed()
        .toList();
  }

  private static int ordinal(String host) {
    Matcher matcher = ORDINAL.matcher(host);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  private static boolean elastic(String text) {
    return switch (text) {
      case "elastic" -> true;
      case "static" -> false;
      default -> throw new IllegalArgumentException("is neither static nor elastic");
    };
  }

  private static List<Integer> partitions(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .map(CountFormat::parse)
        .distinct()
        .toList();
  }
}
