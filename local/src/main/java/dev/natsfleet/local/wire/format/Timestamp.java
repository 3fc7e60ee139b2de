package dev.natsfleet.local.wire.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The timestamps of AWS's answers. */
public final class Timestamp {

  private static final DateTimeFormatter EC2 =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

  private Timestamp() {}

  /** The time without its fraction of a second. */
  public static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** EC2's format: whole seconds, followed by three zeros. */
  public static String ec2(Instant time) {
    return EC2.format(time);
  }
}
