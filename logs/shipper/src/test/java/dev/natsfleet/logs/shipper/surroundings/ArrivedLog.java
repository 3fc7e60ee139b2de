package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.JoinResult;
import dev.natsfleet.logs.protocol.record.OffsetChain;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import java.util.List;
import java.util.Optional;

/** What a receiver has of one log, and where the shipper told of a loss. */
final class ArrivedLog {

  /** Stands between lines where a loss was told. */
  static final String LOSS = "#lost";

  private final OffsetChain chain = new OffsetChain();
  private final StringBuilder text = new StringBuilder();
  private int gaps;

  void accept(RecordHeader header, Optional<GenerationStart> start, String bytes) {
    switch (chain.judge(header, start)) {
      case JoinResult.Append append -> {
        if (append.lost() != 0) {
          text.append('\n').append(LOSS).append('\n');
        }
        boolean opens = (header.flags() & RecordFlags.OPENS) != 0;
        if (opens && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
          text.append('\n'); // the file before ended within a line
        }
        text.append(bytes, Math.min(append.skip(), bytes.length()), bytes.length());
        chain.append(header);
      }
      case JoinResult.Duplicate ignored -> {}
      case JoinResult.Gap ignored -> gaps++;
    }
  }

  /** Lines and losses in their order, without the zeros of reserved space. */
  List<String> lines() {
    return text.toString()
        .replace("\0", "")
        .lines()
        .filter(line -> !line.isEmpty())
        .map(WrittenLine::withoutRest)
        .toList();
  }

  /** Records that came though something before them was missing. */
  int gaps() {
    return gaps;
  }
}
