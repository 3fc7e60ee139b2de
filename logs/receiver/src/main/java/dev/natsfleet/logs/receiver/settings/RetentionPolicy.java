package dev.natsfleet.logs.receiver.settings;

import java.time.Duration;

/**
 * What happens to finished output files of a host.
 *
 * @param compress whether they become {@code .gz}
 * @param age after which they are deleted; zero keeps them
 * @param files that are kept; 0 for any number
 * @param bytes that are kept; 0 for any
 */
public record RetentionPolicy(boolean compress, Duration age, int files, long bytes) {}
