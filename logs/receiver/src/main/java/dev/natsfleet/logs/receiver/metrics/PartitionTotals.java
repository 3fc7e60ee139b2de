package dev.natsfleet.logs.receiver.metrics;

/**
 * What a partition has done since the program began.
 *
 * @param messages that were read
 * @param skipped sequences that the stream did not have any more
 * @param duplicates records that were written before
 * @param trimmedBytes of records of which the beginning was written before
 * @param gaps places where bytes of a log are lost
 * @param lostBytes in those gaps of which the size is known
 * @param unknownGaps gaps of unknown size
 * @param refused lines of hosts with illegal names, and malformed bundles
 * @param commits group commits
 * @param commitSeconds spent in them
 * @param stalls times that it became unable to begin or go on, each until it could again
 */
public record PartitionTotals(
    long messages,
    long skipped,
    long duplicates,
    long trimmedBytes,
    long gaps,
    long lostBytes,
    long unknownGaps,
    long refused,
    long commits,
    double commitSeconds,
    long stalls) {}
