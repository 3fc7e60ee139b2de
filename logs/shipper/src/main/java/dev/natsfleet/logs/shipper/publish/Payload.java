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

  /** The buffer of which the payload is a part; the next read overwrites it. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the payload begins in {@link #bytes}. */
  public int from() {
    return from;
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  /** How many lines end in it. */
  public int lines() {
    return lines;
  }

  /** What it tells of the generations before; null when it is not the first of its own. */
  public @Nullable GenerationStart start() {
    return start;
  }
}
