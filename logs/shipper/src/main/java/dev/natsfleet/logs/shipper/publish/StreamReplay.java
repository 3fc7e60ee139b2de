package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.JoinResult;
import dev.natsfleet.logs.protocol.record.OffsetChain;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.shipper.identity.Anchor;
import dev.natsfleet.logs.shipper.read.ReadPosition;
import dev.natsfleet.logs.shipper.read.SentGeneration;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Moves generations to what a stream has of them: it is given the records that are there behind the
 * ledger's position, in their order.
 */
public final class StreamReplay {

  private final Ledger ledger;
  private final LogLookup logs;
  private final Map<Long, OffsetChain> chains = new HashMap<>();

  /** A replay that begins at the ledger's position. */
  public StreamReplay(Ledger ledger, LogLookup logs) {
    this.ledger = ledger;
    this.logs = logs;
  }

  /** Takes the next record of this shipper; one that does not join changes nothing. */
  public void join(RecordHeader header, Optional<GenerationStart> start) {
    TrackedLog log = logs.find(header.file());
    if (log != null) {
      OffsetChain chain = chains.computeIfAbsent(header.file(), id -> chain(log));
      if (chain.judge(header, start) instanceof JoinResult.Append) {
        chain.append(header);
        log.generation(header.generation()).ifPresent(one -> advance(one, header));
      }
    }
  }

  private void advance(SentGeneration generation, RecordHeader header) {
    ledger.remember(generation);
    ledger.countStored(generation, header.sequence(), header.end());
    Anchor anchor = generation.stored().anchor();
    boolean cut = header.has(RecordFlags.PARTIAL);
    generation.rewind(new ReadPosition(header.end(), anchor, cut));
  }

  /** When nothing of a log is stored, its chain begins before the very first record. */
  private static OffsetChain chain(TrackedLog log) {
    OffsetChain chain = new OffsetChain();
    for (SentGeneration generation : log.generations()) {
      if (generation.stored().offset() > 0) {
        chain.restore(generation.number(), generation.stored().offset());
      }
    }
    if (chain.ends().isEmpty() && !log.generations().isEmpty()) {
      chain.restore(log.generations().getFirst().number(), 0);
    }
    return chain;
  }
}
