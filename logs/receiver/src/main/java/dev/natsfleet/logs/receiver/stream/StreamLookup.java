package dev.natsfleet.logs.receiver.stream;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamInfo;
import io.nats.client.api.StreamState;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * Asks a stream whether it still holds the message that a position names. A stream that lost its
 * tail or was made anew gives the same sequence to another message, so the time is compared, too.
 */
public final class StreamLookup {

  private static final int NO_MESSAGE = 10037;

  private StreamLookup() {}

  /** Whether the stream holds the very message that the position names. */
  public static boolean isStored(
      JetStreamManagement management, String stream, StreamPosition position)
      throws IOException, JetStreamApiException {
    try {
      return time(management, stream, position) == position.time();
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == NO_MESSAGE) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Whether reading may go on behind the position. A message that was deleted counts as known,
   * unless the stream is younger than the position.
   */
  static boolean isContinuous(
      JetStreamManagement management, String stream, StreamPosition position)
      throws IOException, JetStreamApiException {
    StreamInfo info = management.getStreamInfo(stream);
    boolean recreated = position.time() != 0 && nanos(info.getCreateTime()) > position.time();
    if (recreated || info.getStreamState().getLastSequence() < position.sequence()) {
      return false;
    }
    try {
      return position.time() == 0 || time(management, stream, position) == position.time();
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == NO_MESSAGE) {
        return true;
      }
      throw e;
    }
  }

  /**
   * The position before the first message that a stream has or will get; its time is the stream's.
   */
  static StreamPosition beginning(JetStreamManagement management, String stream)
      throws IOException, JetStreamApiException {
    StreamInfo info = management.getStreamInfo(stream);
    long before = Math.max(0, info.getStreamState().getFirstSequence() - 1);
    return new StreamPosition(before, before == 0 ? 0 : nanos(info.getCreateTime()));
  }

  /** The position of the last message that a stream has taken, whether it is still there or not. */
  static StreamPosition end(JetStreamManagement management, String stream)
      throws IOException, JetStreamApiException {
    StreamState state = management.getStreamInfo(stream).getStreamState();
    ZonedDateTime time = state.getLastTime();
    boolean known = time != null && time.toEpochSecond() > 0; // an empty stream has the year 1
    return new StreamPosition(state.getLastSequence(), known ? nanos(time) : 0);
  }

  private static long time(JetStreamManagement management, String stream, StreamPosition position)
      throws IOException, JetStreamApiException {
    return nanos(management.getMessage(stream, position.sequence()).getTime());
  }

  private static long nanos(ZonedDateTime time) {
    Instant instant = time.toInstant();
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
