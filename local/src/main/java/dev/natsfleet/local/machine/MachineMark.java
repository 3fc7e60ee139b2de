package dev.natsfleet.local.machine;

import dev.natsfleet.local.proc.Mark;
import java.nio.file.Path;

/** The mark of all that runs on a machine. */
public final class MachineMark {

  private MachineMark() {}

  /** By its disk, which no other machine has. */
  public static Mark of(Path disk) {
    return new Mark("LOCAL_MACHINE", disk.toString());
  }
}
