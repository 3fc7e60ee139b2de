package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import org.jspecify.annotations.Nullable;

/** The bytes of one message, as a part of a buffer. One object is set anew for each message. */
public final class Payload {

  private byte[] bytes = new byte[0];
  private int from;
  private int length;
  private int lines;
  private @Nullable GenerationStart start;

  /** Points to bytes in which no line ends; returns itself. */
  public Payload of(byte[] buffer, int from, int length) {
    this.bytes = buffer;
    this.from = from;
    this.length = length;
    this.lines = 0;
    this.start = null;
    return this;
  }

  /** Sets how many lines end in the bytes; returns itself. */
  public Payload lines(int count) {
    lines = count;
    return this;
  }

  /** Sets what the first message of a generation contains about those before; null in others. */
  public Payload start(@Nullable GenerationStart generationStart) {
    start = generationStart;
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int length() {
    return length;
  }

  int lines() {
    return lines;
  }

  @Nullable GenerationStart start() {
    return start;
  }
}
