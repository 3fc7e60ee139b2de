package dev.natsfleet.logs.receiver.audit;

import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.AuditPage;
import dev.natsfleet.logs.protocol.audit.LogAudit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The audit of one shipper, page by page. When there is no room for one of its pages, the whole
 * audit counts as missing: sums over a part of it would be wrong.
 */
public final class ShipperAudit {

  private final Map<Integer, DatedPage> pages = new ConcurrentHashMap<>();
  private final Map<Integer, Long> refusedAt = new ConcurrentHashMap<>();
  private volatile Optional<AuditHead> head = Optional.empty();
  private volatile long headAt;

  /** An audit of which nothing came before {@code now}, which is monotonic. */
  ShipperAudit(long now) {
    this.headAt = now;
  }

  /** What it reports of all logs together; empty before it came, and while pages are missing. */
  public Optional<AuditHead> head() {
    return isIncomplete() ? Optional.empty() : head;
  }

  /** What it reports of each log in the shipper's present run. */
  public Stream<LogAudit> logs() {
    Optional<AuditHead> run = head();
    return pages.values().stream()
        .map(DatedPage::page)
        .filter(page -> run.isPresent() && page.started() == run.get().started())
        .flatMap(page -> page.logAudits().stream());
  }

  void head(AuditHead latest, long now) {
    head = Optional.of(latest);
    headAt = now;
  }

  /** Keeps a page when it has no more logs than there is room for. */
  void putPage(int number, AuditPage page, long room, long now) {
    if (page.logAudits().size() <= room) {
      pages.put(number, new DatedPage(page, now));
      refusedAt.remove(number);
    } else {
      pages.remove(number);
      refusedAt.put(number, now);
    }
  }

  void removePage(int number) {
    pages.remove(number);
    refusedAt.remove(number);
  }

  /** Whether there was no room for one of its pages. */
  boolean isIncomplete() {
    return !refusedAt.isEmpty();
  }

  /** Removes pages that are older than {@code since}; gives whether the head is, too. */
  boolean isExpired(long since) {
    pages.values().removeIf(page -> page.at() - since < 0);
    refusedAt.values().removeIf(at -> at - since < 0);
    return headAt - since < 0;
  }

  long logCount() {
    return pages.values().stream().mapToLong(DatedPage::logCount).sum();
  }

  long logCount(int number) {
    DatedPage page = pages.get(number);
    return page == null ? 0 : page.logCount();
  }

  /** A page, and when it came by the monotonic clock. */
  private record DatedPage(AuditPage page, long at) {

    long logCount() {
      return page.logAudits().size();
    }
  }
}
