package dev.natsfleet.crds.schema;

import dev.natsfleet.values.DurationRange;
import dev.natsfleet.values.SizeRange;
import java.time.Duration;

/** Limits of the values of {@code spec.server} that are written as text. */
public final class ServerRanges {

  /** The upper limit is nats-server's own. */
  public static final SizeRange MAX_PAYLOAD =
      new SizeRange(
          "spec.server.maxPayload",
          1,
          64L << 20,
          "is not a size from 1 to 64Mi, the limit of nats-server: choose one between, for example"
              + " 1Mi");

  /** The lower limit is nats-server's own. */
  public static final DurationRange LAME_DUCK =
      new DurationRange(
          "spec.server.lameDuckDuration",
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          "is not from 30s, which nats-server demands, to 1h: choose one between, 2m is usual");

  private ServerRanges() {}
}
