package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.FileProbe;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;

/** Ends generations, and counts what of them is lost: each byte once, however often one ends. */
public final class GenerationLosses {

  /** How long a rotated file is tried that cannot be read, in nanoseconds: five minutes. */
  public static final long UNREADABLE_WAIT = 300_000_000_000L;

  GenerationLosses() {}

  /** Ends a generation of which nothing more is expected, and counts what of it is lost. */
  public void finish(Generation generation) {
    generation.reads().finish();
    generation.countLoss();
  }

  /**
   * Ends a generation of which no file is found. Nothing was written unseen to a file that had its
   * name until it was deleted, when it was looked at since the program began and the kernel told of
   * no write since the last look; of any other nobody knows.
   */
  public void lose(TrackedLog log, Generation generation) {
    boolean named = generation == log.newest() && generation.hasLogName();
    boolean seen = log.isObserved() && !log.isWritten() && !generation.reads().isPartlySeen();
    if (!named || log.absentSince() == 0 || !seen) {
      generation.markGone();
    }
    finish(generation);
  }

  /**
   * Ends a generation whose pack is damaged, if everything was read before it was packed.
   *
   * @return false if it is to be tried again, because there may be more
   */
  public boolean finishDamaged(Generation generation) {
    try {
      if (!isReadBeforePacking(generation)) {
        return false;
      }
    } catch (IOException e) {
      return false; // whatever it is, trying again meets it
    }
    finish(generation);
    return true;
  }

  /** Whether nothing was written to a file between the last look at it and its packing. */
  static boolean isReadBeforePacking(Generation generation) throws IOException {
    BasicFileAttributes pack = FileProbe.attributes(generation.path());
    return generation.isPacked()
        && pack != null
        && generation.isChangeVisible()
        && generation.reads().size() <= generation.reads().position()
        && FileProbe.modified(pack) == generation.modifiedBeforePacking(); // which packing keeps
  }

  /**
   * Ends a rotated generation that could not be read for {@link #UNREADABLE_WAIT}, because those
   * behind it wait; what is in its file and was not sent is lost, and so is what a writer still
   * appends to it: those behind it do not wait again.
   *
   * @return false as long as it is to be tried again
   */
  public boolean giveUp(Generation generation, long now) {
    generation.reads().close(); // a half packed file, or one of a lost mount, has to be opened anew
    if (!generation.isRotated() || generation.reads().unreadableFor(now) < UNREADABLE_WAIT) {
      return false;
    }
    generation.markGone();
    generation.reads().giveUp();
    finish(generation);
    return true;
  }
}
