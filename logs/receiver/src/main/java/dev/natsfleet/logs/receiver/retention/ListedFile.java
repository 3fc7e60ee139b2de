package dev.natsfleet.logs.receiver.retention;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file as it was when it was listed.
 *
 * @param path by which it was found
 * @param modified when it was changed last
 * @param size in bytes
 * @param key the same for every path to the file
 */
record ListedFile(Path path, Instant modified, long size, Object key) {}
