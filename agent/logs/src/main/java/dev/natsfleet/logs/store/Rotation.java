package dev.natsfleet.logs.store;

import dev.natsfleet.logs.output.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When an output file is finished and what the next is called. Time only moves forward here: a
 * clock that is set back ends no period twice.
 */
public final class Rotation {

  private final Layout layout;
  private final long maxBytes;
  private final InstantSource clock;
  private long second = Long.MIN_VALUE;
  private long period;

  /** Rotation by a layout's periods, and at a size unless {@code maxBytes} is 0. */
  public Rotation(Layout layout, long maxBytes, InstantSource clock) {
    this.layout = layout;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  String key(String host) {
    return layout.key(host);
  }

  boolean isDue(HostBook host) {
    return host.file() == null
        || (maxBytes > 0 && host.length() >= maxBytes)
        || period() > host.period();
  }

  /** Begins a file that nobody has written yet. */
  void next(HostBook host) {
    long start = Math.max(period(), host.period());
    int part = 0;
    Path file = layout.file(host.key(), start, part);
    while (file.equals(host.file()) || isTaken(file)) {
      file = layout.file(host.key(), start, ++part);
    }
    host.begin(file, start);
  }

  private static boolean isTaken(Path file) {
    return Files.exists(file) || Files.exists(Path.of(file + ".gz"));
  }

  /** Computed once a second: a calendar costs more than a line. */
  private long period() {
    long now = Math.floorDiv(clock.millis(), 1000L);
    if (now != second) {
      second = now;
      period = layout.period(Instant.ofEpochSecond(now));
    }
    return period;
  }
}
