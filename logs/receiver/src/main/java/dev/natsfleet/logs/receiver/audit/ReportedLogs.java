package dev.natsfleet.logs.receiver.audit;

import java.util.Set;

/** What shippers report of the logs of a partition. */
@FunctionalInterface
public interface ReportedLogs {

  /** Ids of the logs that shippers report now. */
  Set<Long> ids();

  /** Path of a log on its host; empty when no shipper reports it. */
  default String path(String host, long log) {
    return "";
  }
}
