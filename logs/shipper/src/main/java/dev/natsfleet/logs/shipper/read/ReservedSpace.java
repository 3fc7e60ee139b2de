package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.Source;
import dev.natsfleet.logs.shipper.files.SpareBytes;
import java.io.IOException;

/**
 * Padding that a writer has reserved behind what was read. Each line that is written into them
 * makes them to be looked at again: those near to it each time, all of them so seldom that it costs
 * little. Times are monotonic, in nanoseconds.
 */
final class ReservedSpace {

  /** How many bytes are looked at each time. */
  static final int NEAR = 1 << 20;

  private static final long PAUSE = 10_000_000_000L;
  private static final long PAUSE_PER_BYTE = 60; // all of 1 GiB once a minute

  private long wholeLookAt;
  private boolean looked;
  private boolean partlySeen;

  /** Offset of the first byte from {@code from} on that is none; -1 when none is seen. */
  long firstByteBehind(Source source, long from, long now) throws IOException {
    boolean whole = !looked || now - wholeLookAt >= 0;
    long rest = Math.max(0, source.size() - from);
    long at = SpareBytes.end(source, from, whole ? rest : NEAR);
    if (whole) {
      looked = true;
      wholeLookAt = now + PAUSE + rest * PAUSE_PER_BYTE;
    }
    partlySeen = at < 0 && !whole && rest > NEAR;
    return at;
  }

  /** Whether something may stand behind the zeros that were looked at last. */
  boolean isPartlySeen() {
    return partlySeen;
  }

  /** Whether all of it is to be looked at now, though nobody has written to it since. */
  boolean isDue(long now) {
    return partlySeen && now - wholeLookAt >= 0;
  }
}
