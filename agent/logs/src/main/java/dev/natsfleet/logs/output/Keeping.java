package dev.natsfleet.logs.output;

import java.time.Duration;

/**
 * What happens to finished files.
 *
 * @param compress whether they become {@code .gz}
 * @param age after which they are deleted; zero keeps them
 * @param files of one host that are kept; 0 for any number
 * @param bytes of one host that are kept; 0 for any
 */
public record Keeping(boolean compress, Duration age, int files, long bytes) {}
