package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import java.nio.file.Path;

/**
 * A generation as a checkpoint keeps it.
 *
 * @param number from 1
 * @param key of its file
 * @param path where the file was seen last
 * @param fingerprint of its first bytes
 * @param position up to which the stream has every byte
 * @param size largest that was seen, without space that a writer has reserved
 * @param modified time of the last change in nanoseconds since 1970
 * @param complete whether nothing more will come
 * @param lossy whether more may be lost than was seen
 */
public record GenerationCheckpoint(
    long number,
    FileKey key,
    Path path,
    Fingerprint fingerprint,
    ReadPosition position,
    long size,
    long modified,
    boolean complete,
    boolean lossy) {}
