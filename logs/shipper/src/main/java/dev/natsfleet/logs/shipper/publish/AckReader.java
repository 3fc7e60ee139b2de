package dev.natsfleet.logs.shipper.publish;

import io.nats.client.Message;
import io.nats.client.MessageHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads acknowledgements one after the other, and stops at the first that is not the expected one.
 */
final class AckReader implements MessageHandler {

  private static final byte[] DOMAIN = "\"domain\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SEQUENCE = "\"seq\":".getBytes(StandardCharsets.UTF_8);

  private final Window window;
  private final Thread sender;
  private final int inboxLength;
  private final byte[] stream;
  private volatile @Nullable String failure;
  private volatile int wakeAt = Integer.MAX_VALUE;

  /**
   * A reader of acknowledgements of one stream.
   *
   * @param sender thread that waits for room in the window
   * @param inboxLength length of the inbox, behind which a subject has the slot
   */
  AckReader(Window window, Thread sender, int inboxLength, String stream) {
    this.window = window;
    this.sender = sender;
    this.inboxLength = inboxLength;
    this.stream = ("{\"stream\":\"" + stream + "\",").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void onMessage(Message message) {
    if (failure != null) {
      return;
    }
    long streamSequence = streamSequence(message.getData());
    if (streamSequence < 0 || !window.acknowledge(slot(message.getSubject()), streamSequence)) {
      fail(describe(message));
    } else if (window.unsettled() >= wakeAt) {
      wake();
    }
  }

  /** Why the session has to end; null while every acknowledgement was the expected one. */
  @Nullable String failure() {
    return failure;
  }

  /** Ends the session for this reason. */
  void fail(String why) {
    failure = why;
    wake();
  }

  /** Wakes the sender once, when so many messages are acknowledged and not settled. */
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

  /** The stream sequence in an acknowledgement of this stream; -1 in anything else. */
  private long streamSequence(byte[] ack) {
    if (!hasAt(ack, 0, stream)) {
      return -1;
    }
    int at = afterDomain(ack, stream.length);
    return hasAt(ack, at, SEQUENCE) ? number(ack, at + SEQUENCE.length) : -1;
  }

  /** A server with a JetStream domain names the domain between stream and sequence. */
  private static int afterDomain(byte[] ack, int from) {
    if (!hasAt(ack, from, DOMAIN)) {
      return from;
    }
    int at = from + DOMAIN.length;
    while (at < ack.length && ack[at - 1] != ',') {
      at++;
    }
    return at;
  }

  private static boolean hasAt(byte[] ack, int at, byte[] words) {
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
    return message.isStatusMessage()
        ? "expected an acknowledgement of the next message, got " + message.getStatus()
        : StoreRefusal.explain(text);
  }
}
