package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;

/**
 * The clock of a catalog, and for how long it waits by it.
 *
 * @param clock of the program
 * @param rescan longest time between two scans, in nanoseconds
 * @param absence how long a name may stand for no file before its log is forgotten, in nanoseconds
 */
public record CatalogTimes(ProgramClock clock, long rescan, long absence) {}
