package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.shipper.read.TrackedLog;
import org.jspecify.annotations.Nullable;

/** Finds logs by the id that records carry. */
public interface LogLookup {

  /** The log of this id; null when it is not known. */
  @Nullable TrackedLog find(long id);
}
