package dev.natsfleet.logs.publish;

import io.nats.client.Message;
import io.nats.client.MessageHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads acknowledgements, one after the other, and stops at the first that is not as it should. */
final class Acks implements MessageHandler {

  private static final byte[] DOMAIN = "\"domain\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SEQUENCE = "\"seq\":".getBytes(StandardCharsets.UTF_8);

  private final Window window;
  private final Thread sender;
  private final int inboxLength;
  private final byte[] stream;
  private volatile @Nullable String doubt;
  private volatile int wakeAt = Integer.MAX_VALUE;

  /** Acknowledgements of a stream, to subjects that begin with an inbox of this length. */
  Acks(Window window, Thread sender, int inboxLength, String stream) {
    this.window = window;
    this.sender = sender;
    this.inboxLength = inboxLength;
    this.stream = ("{\"stream\":\"" + stream + "\",").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void onMessage(Message message) {
    if (doubt != null) {
      return;
    }
    long streamSequence = streamSequence(message.getData());
    if (streamSequence < 0 || !window.acknowledged(slot(message.getSubject()), streamSequence)) {
      doubt(describe(message));
    } else if (window.unsettled() >= wakeAt) {
      wake();
    }
  }

  /** What is in doubt; null while all is well. */
  @Nullable String doubt() {
    return doubt;
  }

  void doubt(String why) {
    doubt = why;
    wake();
  }

  /** Wakes the sender once when so many messages were acknowledged. */
  void wakeAt(int messages) {
    wakeAt = messages;
  }

  private void wake() {
    wakeAt = Integer.MAX_VALUE;
    LockSupport.unpark(sender);
  }

  private int slot(String subject) {
    int slot = 0;
    for (int i = inboxLength; i < subject.length(); i++) {
      slot = slot * 10 + subject.charAt(i) - '0';
    }
    return slot;
  }

  /** The number in an acknowledgement of our stream; -1 in anything else. */
  private long streamSequence(byte[] ack) {
    if (!has(ack, 0, stream)) {
      return -1;
    }
    int at = behindDomain(ack, stream.length);
    return has(ack, at, SEQUENCE) ? number(ack, at + SEQUENCE.length) : -1;
  }

  /** A server with a JetStream domain names it between stream and number. */
  private static int behindDomain(byte[] ack, int from) {
    if (!has(ack, from, DOMAIN)) {
      return from;
    }
    int at = from + DOMAIN.length;
    while (at < ack.length && ack[at - 1] != ',') {
      at++;
    }
    return at;
  }

  private static boolean has(byte[] ack, int at, byte[] words) {
    int end = at + words.length;
    return ack.length > end && Arrays.mismatch(ack, at, end, words, 0, words.length) < 0;
  }

  private static long number(byte[] ack, int from) {
    int at = from;
    long number = 0;
    int first = at;
    for (; at < ack.length && ack[at] >= '0' && ack[at] <= '9'; at++) {
      number = number * 10 + ack[at] - '0';
    }
    return at > first ? number : -1;
  }

  private static String describe(Message message) {
    String text = new String(message.getData(), StandardCharsets.UTF_8);
    return message.isStatusMessage() ? String.valueOf(message.getStatus()) : "answer " + text;
  }
}
