package dev.natsfleet.logs.publish;

/** A piece of a buffer; set anew for each message. */
public final class Payload {

  private byte[] bytes = new byte[0];
  private int from;
  private int length;
  private int lines;

  /** Points to a piece in which no line ends; gives itself. */
  public Payload of(byte[] buffer, int start, int count) {
    bytes = buffer;
    from = start;
    length = count;
    lines = 0;
    return this;
  }

  /** Says how many lines end in what it stands for; gives itself. */
  public Payload lines(int count) {
    lines = count;
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
}
