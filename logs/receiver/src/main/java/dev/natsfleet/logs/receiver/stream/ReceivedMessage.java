package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message of a partition's stream, parsed: a record of ours, or a bare line of another shipper.
 *
 * @param subject that it was published on
 * @param metadata where it is in the stream
 * @param header of a record; null when the message is a line of another shipper
 * @param start of the generation, when the record is the first of one
 * @param payload as it was published
 */
@SuppressWarnings("ArrayRecordComponent") // one line of millions: neither copied nor compared
public record ReceivedMessage(
    String subject,
    MessageMetadata metadata,
    @Nullable RecordHeader header,
    Optional<GenerationStart> start,
    byte[] payload) {

  /** Parses a message. A record whose header does not fit its payload is taken for a bare line. */
  static ReceivedMessage parse(Message message, MessageMetadata metadata) {
    String subject = message.getSubject();
    byte[] payload = message.getData();
    Headers headers = message.getHeaders();
    String value = headers == null ? null : headers.getFirst(RecordCodec.HEADER);
    if (headers == null || value == null) {
      return new ReceivedMessage(subject, metadata, null, Optional.empty(), payload);
    }
    RecordHeader header = header(value, payload);
    boolean first = header != null && header.has(RecordFlags.OPENS);
    Optional<GenerationStart> start = first ? start(headers) : Optional.empty();
    return new ReceivedMessage(subject, metadata, header, start, payload);
  }

  /** The header of a message that is known to be a record. */
  public RecordHeader record() {
    return Objects.requireNonNull(header, "a line without a header is not a record");
  }

  /** The same message without its payload, which must be read from the stream again. */
  public ReceivedMessage withoutPayload() {
    return new ReceivedMessage(subject, metadata, header, start, new byte[0]);
  }

  /** Whether the payload of this record was dropped by {@link #withoutPayload}. */
  public boolean isPayloadMissing() {
    return payload.length == 0 && record().length() > 1;
  }

  private static @Nullable RecordHeader header(String value, byte[] payload) {
    try {
      RecordHeader header = RecordCodec.parse(value);
      int newline = header.has(RecordFlags.PARTIAL) ? 0 : 1;
      boolean fits = header.has(RecordFlags.BUNDLE) || header.length() == payload.length + newline;
      return fits ? header : null;
    } catch (IllegalArgumentException e) {
      return null; // another program's header of the same name
    }
  }

  private static Optional<GenerationStart> start(Headers headers) {
    return Optional.ofNullable(headers.getFirst(RecordCodec.OPEN_HEADER))
        .flatMap(RecordCodec::parseStart);
  }
}
