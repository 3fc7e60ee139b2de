package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.protocol.record.Decimals;

/**
 * Where a delivered message is in its stream, parsed from its reply subject: {@code
 * $JS.ACK.<stream>.<consumer>.<delivered>.<stream sequence>.<consumer sequence>.<time>.<pending>},
 * with {@code <domain>.<account>} before the stream in the longer form that is the default since
 * server 2.15 (ADR-15). Parsed here because jnats makes several objects of it for each message.
 *
 * @param sequence in the stream
 * @param number of the delivery among those of its consumer, from 1
 * @param time when the stream took it, nanoseconds since 1970
 * @param pending messages that waited behind it when it was delivered
 */
public record MessageMetadata(long sequence, long number, long time, long pending) {

  private static final int SHORT = 9;
  private static final int SEQUENCE = 5;
  private static final int PREFIX = 2;

  /** Parses a reply subject; throws IllegalArgumentException when it is something else. */
  public static MessageMetadata parse(String reply) {
    int sequence = behind(reply, 0, SEQUENCE + shift(reply));
    int number = behind(reply, sequence, 1);
    int time = behind(reply, number, 1);
    int pending = behind(reply, time, 1);
    return new MessageMetadata(
        number(reply, sequence),
        number(reply, number),
        number(reply, time),
        number(reply, pending));
  }

  /** The message's position in the stream. */
  public StreamPosition position() {
    return new StreamPosition(sequence, time);
  }

  private static int shift(String reply) {
    int fields = 1;
    for (int i = 0; i < reply.length(); i++) {
      fields += reply.charAt(i) == '.' ? 1 : 0;
    }
    if (fields < SHORT) {
      throw new IllegalArgumentException("not the subject of a delivered message: " + reply);
    }
    return fields > SHORT ? PREFIX : 0;
  }

  private static int behind(String text, int from, int dots) {
    int at = from;
    for (int i = 0; i < dots; i++) {
      at = text.indexOf('.', at) + 1;
    }
    return at;
  }

  private static long number(String text, int from) {
    int dot = text.indexOf('.', from);
    return Decimals.read(text, from, dot < 0 ? text.length() : dot);
  }
}
