package dev.natsfleet.logs.account;

import java.util.List;

/**
 * Some of a shipper's logs.
 *
 * @param started when the shipper did: a page of an earlier run says nothing any more
 * @param entries one a log
 */
public record Page(double started, List<Entry> entries) {

  /** Logs on one page: those whose ids, without the shipper's epoch, differ in these bits only. */
  public static final int BITS = 7;

  private static final long NUMBERED = 0xffffff;

  /** The page of a log. */
  public static int of(long log) {
    return (int) ((log & NUMBERED) >>> BITS);
  }
}
