package dev.natsfleet.logs.protocol.record;

import java.util.regex.Pattern;

/** Names of the partitions' streams: {@code <prefix>_<partition>}. */
public final class StreamNames {

  private static final Pattern PARTITION = Pattern.compile("_\\d+$");

  private StreamNames() {}

  /** The name of a partition's stream. */
  public static String of(String prefix, int partition) {
    return prefix + "_" + partition;
  }

  /** The prefix in the name of a partition's stream; a name without a number is all prefix. */
  public static String prefixOf(String stream) {
    return PARTITION.matcher(stream).replaceFirst("");
  }
}
