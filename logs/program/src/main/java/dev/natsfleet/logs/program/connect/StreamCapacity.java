package dev.natsfleet.logs.program.connect;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;

/** Judges when a stream counts as full: shippers pause then, and receivers wait for gaps. */
public final class StreamCapacity {

  private static final int FULL_PERCENT = 85;

  private StreamCapacity() {}

  /** Whether a stream that refuses new messages at its limit has less than 15 % of it left. */
  public static boolean isNearlyFull(StreamInfo info) {
    StreamConfiguration configuration = info.getConfiguration();
    long limit = configuration.getMaxBytes();
    return limit > 0
        && configuration.getDiscardPolicy() == DiscardPolicy.New
        && info.getStreamState().getByteCount() > limit / 100 * FULL_PERCENT;
  }
}
