package dev.natsfleet.logs.publish;

import dev.natsfleet.logs.stream.Streams;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.api.StreamInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the stream has room, asked once a second without waiting for the answer. A stream that is
 * full refuses a long message and takes the next, shorter one: holding back before that keeps lines
 * in order, and keeps a window from being sent again and again. An account that may not ask gets no
 * answer, asks ever more seldom and relies on the refusal.
 */
final class Room {

  private static final Logger LOG = LoggerFactory.getLogger(Room.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofMinutes(1);

  private final Connection connection;
  private final String question;
  private final long began;
  private @Nullable CompletableFuture<Message> answer;
  private long askedAt;
  private Duration pause = EVERY;
  private boolean heard;
  private boolean scarce;
  private String scarcity = "";
  private boolean silent;

  Room(Connection connection, String stream) {
    this.connection = connection;
    this.question = "$JS.API.STREAM.INFO." + stream;
    this.began = System.nanoTime();
    ask(began);
  }

  /** Whether the stream said last that it is nearly full, or may do so in a moment. */
  boolean isScarce(long now) {
    if (answer != null && answer.isDone()) {
      take(answer);
      answer = null;
    }
    if (answer == null && !silent && now - askedAt >= pause.toNanos()) {
      ask(now);
    }
    return scarce || (!heard && now - began < EVERY.toNanos());
  }

  /** What the stream said when it was nearly full; empty when it is not. */
  String scarcity() {
    return scarce ? scarcity : "";
  }

  private void ask(long now) {
    askedAt = now;
    try {
      answer = connection.requestWithTimeout(question, new byte[0], EVERY);
    } catch (IllegalStateException e) {
      LOG.atDebug().setCause(e).log("the connection has ended; the session will notice");
    }
  }

  private void take(CompletableFuture<Message> done) {
    heard = true;
    if (done.isCompletedExceptionally()) {
      unanswered();
      return;
    }
    pause = EVERY;
    StreamInfo info = new StreamInfo(done.join());
    if (info.hasError()) {
      silence(info.getError());
    } else {
      take(info);
    }
  }

  /** The session notices by itself when the connection has ended. */
  private void unanswered() {
    if (pause.equals(EVERY)) {
      LOG.atInfo().log("no answer to how full the stream is; sending until it refuses");
    }
    scarce &= pause.equals(EVERY);
    pause = pause.compareTo(SELDOM) < 0 ? pause.multipliedBy(2) : pause;
  }

  private void take(StreamInfo info) {
    boolean now = Streams.isNearlyFull(info);
    scarcity = now ? describe(info) : "";
    if (now != scarce) {
      scarce = now;
      LOG.atInfo()
          .addKeyValue("bytes", info.getStreamState().getByteCount())
          .addKeyValue("limit", info.getConfiguration().getMaxBytes())
          .log(now ? "the stream is nearly full; waiting for receivers" : "the stream has room");
    }
  }

  private static String describe(StreamInfo info) {
    return "stream %s is nearly full: %d of %d bytes"
        .formatted(
            info.getConfiguration().getName(),
            info.getStreamState().getByteCount(),
            info.getConfiguration().getMaxBytes());
  }

  private void silence(String why) {
    silent = true;
    scarce = false;
    scarcity = "";
    LOG.atInfo()
        .addKeyValue("why", why)
        .log("the stream does not say how full it is; sending until it refuses");
  }
}
