package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.protocol.record.Decimals;
import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Gathers HPUB messages and writes them to the socket. Allocates nothing for a message. */
final class HpubBuffer {

  private static final int FLUSH_BYTES = 128 * 1024;

  private final SharedDataPort port;
  private final byte[] head;
  private final byte[] header = new byte[RecordCodec.MAX_HEADER];
  private final byte[] buffer;
  private int length;

  /** A buffer for payloads of up to {@code maxPayload} bytes. */
  HpubBuffer(SharedDataPort port, String subject, String inbox, int maxPayload) {
    this.port = port;
    this.head = ("HPUB " + subject + " " + inbox).getBytes(StandardCharsets.US_ASCII);
    this.buffer = new byte[FLUSH_BYTES + maxPayload + RecordCodec.MAX_HEADER + head.length];
  }

  /** Adds a message that is acknowledged at {@code <inbox><slot>}. */
  void add(RecordHeader record, int slot, Payload payload) throws IOException {
    GenerationStart start = payload.start();
    int size =
        start == null
            ? RecordCodec.write(header, 0, record)
            : RecordCodec.write(header, 0, record, start);
    length = put(head, 0, head.length);
    length = Decimals.write(buffer, length, slot);
    number(size);
    number(size + payload.length());
    newline();
    length = put(header, 0, size);
    length = put(payload.bytes(), payload.from(), payload.length());
    newline();
    if (length >= FLUSH_BYTES) {
      flush();
    }
  }

  /** Writes the gathered messages; blocks while the socket is full. */
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
