package dev.natsfleet.logs.account;

/**
 * What a shipper says of all its logs together; numbers are since it started.
 *
 * @param host the shipper's
 * @param started when, in seconds since 1970 by the shipper's clock
 * @param at when this was said, in seconds since 1970 by the shipper's clock
 * @param logs that it knows
 * @param linesRead and sent, each once
 * @param linesPublished acknowledged by the stream
 * @param bytesLost that went away unread
 * @param unknownLosses times that nobody can know how many bytes went away unread
 */
public record Head(
    String host,
    double started,
    double at,
    int logs,
    long linesRead,
    long linesPublished,
    long bytesLost,
    long unknownLosses) {}
