package dev.natsfleet.logs.tail;

import java.nio.file.Path;

/**
 * A generation as a checkpoint keeps it.
 *
 * @param number from 1
 * @param key which file
 * @param path where it was seen last
 * @param fingerprint of its head
 * @param place how far the stream has it
 * @param size largest that was seen
 * @param modified nanoseconds since 1970
 * @param complete whether nothing more will come
 * @param doubtful whether more may be lost than was seen
 */
public record Remembered(
    long number,
    FileKey key,
    Path path,
    Fingerprint fingerprint,
    Generation.Place place,
    long size,
    long modified,
    boolean complete,
    boolean doubtful) {

  /** What to remember of a generation. */
  public static Remembered of(Generation generation) {
    return new Remembered(
        generation.number(),
        generation.key(),
        generation.path(),
        generation.fingerprint(),
        generation.stored(),
        generation.size(),
        generation.modified(),
        generation.isStored(),
        generation.isDoubtful());
  }
}
