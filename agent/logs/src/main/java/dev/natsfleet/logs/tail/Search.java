package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Path;

/** The search for a file that is missing, which is not made all the time. */
final class Search {

  private static final long PAUSE = 250_000_000L;

  private long missingSince;
  private long searchedAt;

  /** Where a generation's file is. */
  Path find(Generation generation) throws IOException, GoneException {
    long now = System.nanoTime();
    boolean pausing = missingSince != 0 && now - searchedAt < PAUSE;
    if (pausing && !Finder.isAt(generation.path(), generation)) {
      throw new GoneException();
    }
    searchedAt = now;
    return Finder.find(generation);
  }

  /** It is there. */
  void end() {
    missingSince = 0;
  }

  /** For how long it was not found, when it is not found now; in nanoseconds. */
  long missing(long now) {
    missingSince = missingSince == 0 ? now : missingSince;
    return now - missingSince;
  }
}
