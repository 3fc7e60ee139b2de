package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.connect.StreamCapacity;
import dev.natsfleet.logs.program.connect.StreamValidator;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.api.StreamInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks the stream once a second how full it is and what its limits are, without waiting for the
 * answer. A full stream refuses a long message and takes the next, shorter one. The shipper stops
 * before that, so that lines stay in order and a window is not sent again and again. A limit that
 * somebody sets is noticed within a second and the time of an answer: what is sent meanwhile may
 * make the stream delete lines. Where the NATS account may not ask, no answer comes, and in an
 * election an error: the probe asks less and less often, and the shipper relies on the refusal.
 */
final class StreamCapacityProbe {

  private static final Logger LOG = LoggerFactory.getLogger(StreamCapacityProbe.class);
  private static final FailureLog.Messages ANSWER_MESSAGES =
      new FailureLog.Messages(
          "it is unknown how full the stream is; sending until it refuses messages",
          "stream answers again how full it is");
  private static final FailureLog.Messages ROOM_MESSAGES =
      new FailureLog.Messages(
          "stream is nearly full; waiting for receivers", "stream has room again; sending");
  private static final FailureLog.Messages LIMIT_MESSAGES =
      new FailureLog.Messages(
          "stream would lose lines; nothing is sent until its configuration is changed",
          "stream loses no lines any more; sending");
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final String TIME = "\"ts\":";
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /**
   * JetStream is not enabled for the account, there is no such stream, JetStream is not enabled.
   */
  private static final Set<Integer> FINAL_ERRORS = Set.of(10039, 10059, 10076);

  private final Connection connection;
  private final String subject;
  private final long began;
  private final FailureLog answers = new FailureLog(LOG, Level.INFO, "subject", ANSWER_MESSAGES);
  private final FailureLog limits = new FailureLog(LOG, "stream", LIMIT_MESSAGES);
  private final FailureLog room = new FailureLog(LOG, Level.INFO, "stream", ROOM_MESSAGES);
  private @Nullable CompletableFuture<Message> answer;
  private long askedAt;
  private Duration pause = INTERVAL;
  private boolean answered;
  private boolean nearlyFull;
  private String evaluated = "";
  private String description = "";
  private boolean refused;
  private boolean configurationRefused;

  StreamCapacityProbe(Connection connection, String stream, long now) {
    this.connection = connection;
    this.subject = "$JS.API.STREAM.INFO." + stream;
    this.began = now;
    ask(now);
  }

  /**
   * Whether the last answer was that the stream is nearly full, or the first one is still to come.
   */
  boolean isNearlyFull(long now) {
    if (answer != null && answer.isDone()) {
      evaluate(answer);
      answer = null;
    }
    if (answer == null && !refused && now - askedAt >= pause.toNanos()) {
      ask(now);
    }
    return nearlyFull || (!answered && now - began < INTERVAL.toNanos());
  }

  /** How full the stream is when it is nearly full; empty when it has room. */
  String description() {
    return nearlyFull ? description : "";
  }

  /** Whether it is the stream's configuration that holds the shipper back. */
  boolean isConfigurationRefused() {
    return nearlyFull && configurationRefused;
  }

  private void ask(long now) {
    askedAt = now;
    try {
      answer = connection.requestWithTimeout(subject, new byte[0], INTERVAL);
    } catch (IllegalStateException e) {
      LOG.atDebug()
          .setCause(e)
          .log("asking the stream failed because the connection has ended; the session ends, too");
    }
  }

  private void evaluate(CompletableFuture<Message> done) {
    answered = true;
    if (done.isCompletedExceptionally()) {
      evaluated = "";
      backOff("no answer");
      return;
    }
    String text = withoutTime(done.join());
    if (text.equals(evaluated)) {
      return; // most of a resting shipper's time would go into parsing the same again
    }
    evaluated = "";
    StreamInfo info = new StreamInfo(done.join());
    if (!info.hasError()) {
      pause = INTERVAL;
      evaluated = text;
      answers.succeeded(subject);
      evaluate(info);
    } else if (isFinal(info.getApiErrorCode())) {
      giveUp(info.getError());
    } else {
      backOff(info.getError());
    }
  }

  /** The answer up to the server's time, with which it ends. */
  private static String withoutTime(Message answer) {
    String text = new String(answer.getData(), StandardCharsets.UTF_8);
    int time = text.lastIndexOf(TIME);
    return time < 0 ? text : text.substring(0, time);
  }

  /** Whether asking again gives the same error; an election, for example, ends by itself. */
  static boolean isFinal(int apiErrorCode) {
    return FINAL_ERRORS.contains(apiErrorCode);
  }

  /** When the connection has ended the session ends by itself. */
  private void backOff(String why) {
    answers.failed(subject, why);
    nearlyFull &= configurationRefused || pause.equals(INTERVAL); // it would refuse nothing
    pause = pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : pause;
  }

  private void evaluate(StreamInfo info) {
    String stream = info.getConfiguration().getName();
    Optional<String> refusal = StreamValidator.deletion(info.getConfiguration());
    configurationRefused = refusal.isPresent();
    nearlyFull = configurationRefused || StreamCapacity.isNearlyFull(info);
    if (refusal.isPresent()) {
      description = refusal.get();
      limits.failed(stream, description);
      return;
    }
    limits.succeeded(stream);
    if (nearlyFull) {
      String bytes =
          "%d of %d bytes"
              .formatted(
                  info.getStreamState().getByteCount(), info.getConfiguration().getMaxBytes());
      description = "stream %s is nearly full: %s".formatted(stream, bytes);
      room.failed(stream, bytes);
    } else {
      description = "";
      room.succeeded(stream);
    }
  }

  private void giveUp(String why) {
    refused = true;
    nearlyFull = false;
    description = "";
    answers.failed(subject, why);
  }
}
