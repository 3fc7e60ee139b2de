package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.store.Piece;
import dev.natsfleet.logs.stream.Delivered;
import dev.natsfleet.logs.stream.Delivery;
import dev.natsfleet.logs.wire.Flags;
import dev.natsfleet.logs.wire.Opening;
import dev.natsfleet.logs.wire.RecordCodec;
import dev.natsfleet.logs.wire.RecordHeader;
import dev.natsfleet.logs.wire.Unpacker;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message of a stream.
 *
 * @param place in the stream
 * @param header of a record; null when the message is a line of another shipper
 * @param opening of a record that is the first of its generation
 * @param payload as it came
 */
@SuppressWarnings("ArrayRecordComponent") // one line of millions: neither copied nor compared
record Arrival(
    Delivery place, @Nullable RecordHeader header, Optional<Opening> opening, byte[] payload) {

  /** Reads a message. A record whose header does not fit its payload is taken for a bare line. */
  static Arrival of(Delivered delivered) {
    Message message = delivered.message();
    Delivery place = delivered.place();
    byte[] payload = message.getData();
    Headers headers = message.getHeaders();
    String value = headers == null ? null : headers.getFirst(RecordCodec.HEADER);
    if (headers == null || value == null) {
      return new Arrival(place, null, Optional.empty(), payload);
    }
    RecordHeader header = header(value, payload);
    boolean opens = header != null && header.has(Flags.OPENS);
    return new Arrival(place, header, opens ? opening(headers) : Optional.empty(), payload);
  }

  /** The header of what is known to be a record. */
  RecordHeader record() {
    return Objects.requireNonNull(header, "a line without a header is not a record");
  }

  /** The same without its bytes, which must be read again. */
  Arrival hollow() {
    return new Arrival(place, header, opening, new byte[0]);
  }

  /** Whether the bytes of a record are not here. */
  boolean isHollow() {
    return payload.length == 0 && record().length() > 1;
  }

  /** The line itself. */
  Piece line() {
    return new Piece(payload, 0, payload.length, true, false);
  }

  /** What the record holds from its byte {@code skip} on; a bundle's until the next is unpacked. */
  Piece piece(RecordHeader record, int skip, Unpacker unpacker) {
    boolean open = record.has(Flags.PARTIAL);
    boolean bundle = record.has(Flags.BUNDLE);
    byte[] bytes = bundle ? unpacker.unpack(payload, record.length()) : payload;
    int length = bundle ? record.length() : payload.length;
    return new Piece(bytes, skip, Math.max(0, length - skip), !open && !bundle, open);
  }

  private static @Nullable RecordHeader header(String value, byte[] payload) {
    try {
      RecordHeader header = RecordCodec.parse(value);
      int newline = header.has(Flags.PARTIAL) ? 0 : 1;
      boolean fits = header.has(Flags.BUNDLE) || header.length() == payload.length + newline;
      return fits ? header : null;
    } catch (IllegalArgumentException e) {
      return null; // another program's header of the same name
    }
  }

  private static Optional<Opening> opening(Headers headers) {
    return Optional.ofNullable(headers.getFirst(RecordCodec.OPEN_HEADER))
        .flatMap(RecordCodec::parseOpening);
  }
}
