package dev.natsfleet.logs.receiver.report;

import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.monitoring.JsonFields;
import java.util.function.Function;

/** JSON fields that the partitions, hosts and files of a receiver have in common. */
final class LogTotalsFields {

  static final JsonFields<OffsetComparison> COMPARISON =
      new JsonFields<OffsetComparison>()
          .number("read", "Bytes that the shipper has read and sent", OffsetComparison::read)
          .number(
              "published", "Bytes that the stream has acknowledged", OffsetComparison::published)
          .number("stored", "Bytes received in order", OffsetComparison::stored)
          .number("written", "Bytes committed", OffsetComparison::written)
          .number("lost", "Bytes given up here", OffsetComparison::lost)
          .number("missing", "read − written − lost: 0 at rest", OffsetComparison::missing);

  private LogTotalsFields() {}

  /** Adds all of them. */
  static <T> JsonFields<T> all(JsonFields<T> fields, Function<T, LogTotals> totals) {
    return faults(throughput(fields, totals), totals);
  }

  /** Adds how much was stored and written. */
  static <T> JsonFields<T> throughput(JsonFields<T> fields, Function<T, LogTotals> totals) {
    return fields
        .number("linesStored", "Lines received in order", t -> totals.apply(t).linesStored())
        .number("bytesStored", "Bytes received in order", t -> totals.apply(t).bytesStored())
        .number("linesWritten", "Lines committed", t -> totals.apply(t).linesWritten())
        .number("bytesWritten", "Bytes committed", t -> totals.apply(t).bytesWritten())
        .number("rotations", "Files that followed another", t -> totals.apply(t).rotations());
  }

  private static <T> JsonFields<T> faults(JsonFields<T> fields, Function<T, LogTotals> totals) {
    return fields
        .number("duplicates", "Records written before", t -> totals.apply(t).duplicates())
        .number("trimmedBytes", "Bytes written before", t -> totals.apply(t).bytesTrimmed())
        .number("gaps", "Places where bytes are lost", t -> totals.apply(t).gaps())
        .number("lostBytes", "Bytes lost in them, when known", t -> totals.apply(t).bytesLost())
        .number("unknownGaps", "Gaps of unknown size", t -> totals.apply(t).unknownGaps());
  }
}
