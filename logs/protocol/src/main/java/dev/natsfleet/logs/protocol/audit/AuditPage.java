package dev.natsfleet.logs.protocol.audit;

import java.util.List;

/**
 * The audits of some of a shipper's logs.
 *
 * @param started when the shipper started: a page of an earlier run is outdated
 * @param logAudits one for each log
 */
public record AuditPage(double started, List<LogAudit> logAudits) {

  /** Logs whose ids, without the shipper's epoch, differ in these low bits only share a page. */
  public static final int BITS = 7;

  private static final long NUMBERED = 0xffffff;

  /** The number of the page that a log is on. */
  public static int pageOf(long log) {
    return (int) ((log & NUMBERED) >>> BITS);
  }
}
