package dev.natsfleet.logs.publish;

/** A piece of a buffer; set anew for each message. */
public final class Payload {

  private byte[] bytes = new byte[0];
  private int from;
  private int length;

  /** Points to a piece; gives itself. */
  public Payload of(byte[] buffer, int start, int count) {
    bytes = buffer;
    from = start;
    length = count;
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
}
