package dev.natsfleet.logs.report;

import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.outside.Series;
import dev.natsfleet.logs.receive.FlowStatus;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Metrics that partitions, hosts and files of a receiver have in common. */
final class FlowSeries {

  private FlowSeries() {}

  /** All of them. */
  static <T> Series<T> all(Series<T> series, Function<T, FlowStatus> flow) {
    return faults(amounts(series, flow), flow);
  }

  /** How much went through. */
  static <T> Series<T> amounts(Series<T> series, Function<T, FlowStatus> flow) {
    return series
        .counter("written_lines", "Lines committed", t -> flow.apply(t).linesWritten())
        .counter("written_bytes", "Bytes committed", t -> flow.apply(t).bytesWritten())
        .gauge("uncommitted_lines", "Lines stored, not written", t -> flow.apply(t).linesOpen())
        .gauge("uncommitted_bytes", "Bytes stored, not written", t -> flow.apply(t).bytesOpen())
        .counter("rotations", "Files that followed another", t -> flow.apply(t).rotations());
  }

  /** The account of a shipper, held against what is here. */
  static <T> Series<T> match(Series<T> series, Function<T, Optional<Match>> match) {
    return series
        .gauge("account_read_bytes", "Bytes that its shipper has read", of(match, Match::read))
        .gauge("account_published_bytes", "Of these, acknowledged", of(match, Match::published))
        .gauge("account_stored_bytes", "Of these, received in order", of(match, Match::stored))
        .gauge("account_written_bytes", "Of these, committed", of(match, Match::written))
        .gauge(
            "missing_bytes", "Read, not written, not lost: 0 at rest", of(match, Match::missing));
  }

  private static <T> Series<T> faults(Series<T> series, Function<T, FlowStatus> flow) {
    return series
        .counter("duplicates", "Records that were there", t -> flow.apply(t).duplicates())
        .counter("trimmed_bytes", "Bytes that were there", t -> flow.apply(t).bytesTrimmed())
        .counter("gaps", "Places where bytes are lost", t -> flow.apply(t).gaps())
        .counter("lost_bytes", "Bytes in gaps of known size", t -> flow.apply(t).bytesLost())
        .counter("unknown_gaps", "Gaps of unknown size", t -> flow.apply(t).unknownGaps());
  }

  private static <T> ToDoubleFunction<T> of(
      Function<T, Optional<Match>> match, ToLongFunction<Match> number) {
    return thing -> match.apply(thing).map(number::applyAsLong).orElse(0L);
  }
}
