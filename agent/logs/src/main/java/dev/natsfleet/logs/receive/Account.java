package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Page;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A shipper's account. Where logs are too many for us, one that is not whole is none. */
final class Account {

  private final Map<Integer, Dated> pages = new ConcurrentHashMap<>();
  private final Map<Integer, Long> refused = new ConcurrentHashMap<>();
  private volatile Optional<Head> head = Optional.empty();
  private volatile long headAt = System.nanoTime();

  /** What it says of all logs together; empty before it has. */
  Optional<Head> head() {
    return isCrowded() ? Optional.empty() : head;
  }

  /** What it says of each log, as far as this is of the shipper's present run. */
  Stream<Entry> entries() {
    Optional<Head> run = head();
    return pages.values().stream()
        .map(Dated::page)
        .filter(page -> run.isPresent() && page.started() == run.get().started())
        .flatMap(page -> page.entries().stream());
  }

  void head(Head now, long at) {
    head = Optional.of(now);
    headAt = at;
  }

  /** Keeps a page when it has no more entries than there is room for. */
  void put(int number, Page page, long room, long at) {
    if (page.entries().size() <= room) {
      pages.put(number, new Dated(page, at));
      refused.remove(number);
    } else {
      pages.remove(number);
      refused.put(number, at);
    }
  }

  void remove(int number) {
    pages.remove(number);
    refused.remove(number);
  }

  boolean isCrowded() {
    return !refused.isEmpty();
  }

  /** Forgets pages that were not heard of since then; gives whether the shipper was not at all. */
  boolean isOver(long since) {
    pages.values().removeIf(page -> page.at() - since < 0);
    refused.values().removeIf(at -> at - since < 0);
    return headAt - since < 0;
  }

  long size() {
    return pages.values().stream().mapToLong(Dated::size).sum();
  }

  long size(int number) {
    Dated page = pages.get(number);
    return page == null ? 0 : page.size();
  }

  /** A page, and when it was said by our clock that only goes on. */
  private record Dated(Page page, long at) {

    long size() {
      return page.entries().size();
    }
  }
}
