package dev.natsfleet.logs.report;

import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.outside.Sheet;
import dev.natsfleet.logs.receive.FlowStatus;
import java.util.function.Function;

/** What partitions, hosts and files of a receiver have in common. */
final class FlowFields {

  static final Sheet<Match> MATCH =
      new Sheet<Match>()
          .number("read", "Bytes that the shipper has read and sent", Match::read)
          .number("published", "Bytes that the stream has acknowledged", Match::published)
          .number("stored", "Bytes received in order", Match::stored)
          .number("written", "Bytes committed", Match::written)
          .number("lost", "Bytes given up here", Match::lost)
          .number("missing", "read − written − lost: 0 at rest", Match::missing);

  private FlowFields() {}

  /** Adds all of them to a sheet. */
  static <T> Sheet<T> all(Sheet<T> sheet, Function<T, FlowStatus> flow) {
    return faults(amounts(sheet, flow), flow);
  }

  /** Adds how much went through. */
  static <T> Sheet<T> amounts(Sheet<T> sheet, Function<T, FlowStatus> flow) {
    return sheet
        .number("linesStored", "Lines received in order", t -> flow.apply(t).linesStored())
        .number("bytesStored", "Bytes received in order", t -> flow.apply(t).bytesStored())
        .number("linesWritten", "Lines committed", t -> flow.apply(t).linesWritten())
        .number("bytesWritten", "Bytes committed", t -> flow.apply(t).bytesWritten())
        .number("rotations", "Files that followed another", t -> flow.apply(t).rotations());
  }

  private static <T> Sheet<T> faults(Sheet<T> sheet, Function<T, FlowStatus> flow) {
    return sheet
        .number("duplicates", "Records that were there", t -> flow.apply(t).duplicates())
        .number("trimmedBytes", "Bytes that were there", t -> flow.apply(t).bytesTrimmed())
        .number("gaps", "Places where bytes are lost", t -> flow.apply(t).gaps())
        .number("lostBytes", "Bytes lost in them, when known", t -> flow.apply(t).bytesLost())
        .number("unknownGaps", "Gaps of unknown size", t -> flow.apply(t).unknownGaps());
  }
}
