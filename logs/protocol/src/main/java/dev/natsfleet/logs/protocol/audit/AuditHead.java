package dev.natsfleet.logs.protocol.audit;

/**
 * What a shipper reports of all its logs together; numbers are since it started.
 *
 * @param host of the shipper
 * @param started when, in seconds since 1970 by the shipper's clock
 * @param at when this was reported, in seconds since 1970 by the shipper's clock
 * @param logs that it knows
 * @param linesRead and sent, each once
 * @param linesPublished acknowledged by the stream
 * @param bytesLost that were deleted before they were read
 * @param unknownLosses times that an unknown number of bytes was deleted before it was read
 */
public record AuditHead(
    String host,
    double started,
    double at,
    int logs,
    long linesRead,
    long linesPublished,
    long bytesLost,
    long unknownLosses) {}
