package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.shipper.publish.Payload;
import dev.natsfleet.logs.shipper.publish.RecordSink;
import dev.natsfleet.logs.shipper.publish.StreamReplay;
import dev.natsfleet.logs.shipper.read.SentGeneration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A stream in memory, and the receiver behind it. A message is in flight until it is stored. */
final class SimulatedStream implements RecordSink {

  private static final int PAYLOAD = 64;

  private final Deque<Sent> inFlight = new ArrayDeque<>();
  private final List<Sent> stored = new ArrayList<>();
  private final Map<Long, ArrivedLog> arrived = new TreeMap<>();
  private long sequence;

  @Override
  public int maxPayload() {
    return PAYLOAD;
  }

  @Override
  public void send(SentGeneration generation, long start, int length, int flags, Payload payload) {
    int early = generation.stored().offset() == 0 ? RecordFlags.EARLY : 0;
    RecordHeader header =
        new RecordHeader(
            generation.log().id(),
            generation.number(),
            start,
            length,
            flags | (payload.start() == null ? early : RecordFlags.OPENS),
            1,
            ++sequence);
    String bytes =
        new String(payload.bytes(), payload.from(), payload.length(), StandardCharsets.ISO_8859_1);
    String text = length > payload.length() ? bytes + "\n" : bytes;
    inFlight.add(new Sent(generation, header, Optional.ofNullable(payload.start()), text));
  }

  /** Stores the first messages in flight, and acknowledges them if somebody is there to hear it. */
  void store(int most, boolean acknowledging) {
    for (int i = 0; i < most && !inFlight.isEmpty(); i++) {
      Sent sent = inFlight.remove();
      stored.add(sent);
      arrived
          .computeIfAbsent(sent.header.file(), id -> new ArrivedLog())
          .accept(sent.header, sent.start, sent.text);
      if (acknowledging) {
        sent.generation.acknowledge(sent.header.end());
      }
    }
  }

  /** The connection ends: what is in flight never comes. */
  void disconnect() {
    inFlight.clear();
  }

  /** Messages that are stored. */
  int size() {
    return stored.size();
  }

  /** Tells what is stored behind so many messages. */
  void replay(int behind, StreamReplay replay) {
    stored.subList(behind, stored.size()).forEach(sent -> replay.join(sent.header, sent.start));
  }

  /** What came of each log, by its id. */
  Map<Long, ArrivedLog> arrived() {
    return arrived;
  }

  private record Sent(
      SentGeneration generation,
      RecordHeader header,
      Optional<GenerationStart> start,
      String text) {}
}
