package dev.natsfleet.logs.publish;

import dev.natsfleet.logs.tail.Log;
import org.jspecify.annotations.Nullable;

/** Finds logs by the id that records carry. */
public interface Known {

  /** The log, if it is known. */
  @Nullable Log log(long id);
}
