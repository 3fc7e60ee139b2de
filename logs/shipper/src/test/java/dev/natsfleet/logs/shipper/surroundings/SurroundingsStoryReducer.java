package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes a failing story short: leaves steps out as long as the same is wrong. */
final class SurroundingsStoryReducer {

  private final SurroundingsRun run;
  private final SurroundingsFault.Kind kind;

  /** A reducer of stories at the end of which this is wrong. */
  SurroundingsStoryReducer(SurroundingsRun run, SurroundingsFault.Kind kind) {
    this.run = run;
    this.kind = kind;
  }

  /** The shortest story that this one comes down to, by halves, quarters and single steps. */
  SurroundingsStory reduce(SurroundingsStory failing) throws IOException {
    SurroundingsStory now = failing;
    int part = Math.max(1, now.steps().size() / 2);
    while (part > 0) {
      SurroundingsStory shorter = without(now, part);
      if (shorter.equals(now)) {
        part /= 2;
      }
      now = shorter;
    }
    return now;
  }

  /** The first story that fails without so many steps in a row, or the same. */
  private SurroundingsStory without(SurroundingsStory now, int part) throws IOException {
    for (int at = now.steps().size() - part; at >= 0; at--) {
      List<String> left = new ArrayList<>(now.steps());
      left.subList(at, at + part).clear();
      SurroundingsStory shorter = now.with(left);
      if (run.faults(shorter).stream().anyMatch(fault -> fault.kind() == kind)) {
        return shorter;
      }
    }
    return now;
  }
}
