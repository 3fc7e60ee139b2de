package dev.natsfleet.local.machine;

import dev.natsfleet.local.proc.ProcessTag;
import java.nio.file.Path;

/** The process tag of everything that runs on a machine. */
public final class MachineTag {

  private MachineTag() {}

  /** The tag of the machine with this disk. */
  public static ProcessTag of(Path disk) {
    return new ProcessTag("LOCAL_MACHINE", disk.toString());
  }
}
