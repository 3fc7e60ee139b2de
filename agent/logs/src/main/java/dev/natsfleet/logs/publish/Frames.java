package dev.natsfleet.logs.publish;

import dev.natsfleet.logs.wire.Decimals;
import dev.natsfleet.logs.wire.Opening;
import dev.natsfleet.logs.wire.RecordCodec;
import dev.natsfleet.logs.wire.RecordHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A buffer of HPUB messages, written to the port when it is full. Makes no garbage per message. */
final class Frames {

  private static final int ROOM = 128 * 1024;

  private final LinePort port;
  private final byte[] head;
  private final byte[] header = new byte[RecordCodec.MAX_HEADER];
  private final byte[] buffer;
  private int length;

  /** Frames for payloads up to {@code maxPayload} bytes. */
  Frames(LinePort port, String subject, String inbox, int maxPayload) {
    this.port = port;
    this.head = ("HPUB " + subject + " " + inbox).getBytes(StandardCharsets.US_ASCII);
    this.buffer = new byte[ROOM + maxPayload + RecordCodec.MAX_HEADER + head.length];
  }

  /** Adds a message that is acknowledged at {@code <inbox><slot>}. */
  void add(RecordHeader record, @Nullable Opening opening, int slot, Payload payload)
      throws IOException {
    int size =
        opening == null
            ? RecordCodec.write(header, 0, record)
            : RecordCodec.write(header, 0, record, opening);
    length = put(head, 0, head.length);
    length = Decimals.write(buffer, length, slot);
    number(size);
    number(size + payload.length());
    newline();
    length = put(header, 0, size);
    length = put(payload.bytes(), payload.from(), payload.length());
    newline();
    if (length >= ROOM) {
      flush();
    }
  }

  /** Writes what has gathered; blocks while the socket is full. */
  void flush() throws IOException {
    if (length > 0) {
      port.write(buffer, length);
      port.flush();
      length = 0;
    }
  }

  private void number(int value) {
    buffer[length++] = ' ';
    length = Decimals.write(buffer, length, value);
  }

  private void newline() {
    buffer[length++] = '\r';
    buffer[length++] = '\n';
  }

  private int put(byte[] from, int start, int count) {
    System.arraycopy(from, start, buffer, length, count);
    return length + count;
  }
}
