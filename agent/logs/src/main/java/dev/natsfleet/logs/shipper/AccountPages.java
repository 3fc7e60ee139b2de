package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Page;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Logs on pages: of all that there are, those pages are due that have changed. */
final class AccountPages {

  private static final int LONGEST_PATH = 256;
  private static final int EXTENTS = 16;
  private static final int PRIME = 31;

  private final double started;
  private final Map<Integer, Long> put = new HashMap<>();
  private int next;

  AccountPages(double started) {
    this.started = started;
  }

  /** Up to {@code most} pages that have changed since they were given, in turn. */
  Map<Integer, Page> due(Collection<Log> logs, int most) {
    TreeMap<Integer, List<Log>> pages = new TreeMap<>();
    put.keySet().forEach(page -> pages.put(page, new ArrayList<>())); // logs may have gone
    logs.forEach(log -> pages.computeIfAbsent(Page.of(log.id()), page -> list()).add(log));
    Map<Integer, Page> due = new TreeMap<>();
    pages.tailMap(next, true).forEach((number, page) -> add(due, number, page, most));
    pages.headMap(next, false).forEach((number, page) -> add(due, number, page, most));
    return due;
  }

  /** Gives all pages anew: what was given may not have arrived. */
  void again() {
    put.replaceAll((page, stamp) -> -1L);
  }

  private void add(Map<Integer, Page> due, int number, List<Log> logs, int most) {
    long stamp = stamp(logs);
    if (due.size() >= most || put.getOrDefault(number, -1L) == stamp) {
      return;
    }
    due.put(number, new Page(started, logs.stream().map(AccountPages::entry).toList()));
    next = number + 1;
    if (logs.isEmpty()) {
      put.remove(number);
    } else {
      put.put(number, stamp);
    }
  }

  private static List<Log> list() {
    return new ArrayList<>();
  }

  private static long stamp(List<Log> logs) {
    long stamp = logs.size();
    for (Log log : logs) {
      stamp = (stamp * PRIME + log.id()) * PRIME + log.counts().changes();
    }
    return stamp & Long.MAX_VALUE;
  }

  private static Entry entry(Log log) {
    List<Generation> all = log.generations();
    int listed = Math.max(0, all.size() - EXTENTS);
    long before = all.subList(0, listed).stream().mapToLong(Generation::position).sum();
    return new Entry(
        log.id(),
        shortened(log.path().toString()),
        log.counts().bytesForgotten() + before,
        all.subList(listed, all.size()).stream().map(AccountPages::extent).toList(),
        log.counts().bytesLost(),
        log.counts().unknownLosses());
  }

  private static Entry.Extent extent(Generation one) {
    return new Entry.Extent(one.number(), one.position(), one.stored().offset());
  }

  private static String shortened(String path) {
    return path.length() <= LONGEST_PATH
        ? path
        : "…" + path.substring(path.length() - LONGEST_PATH);
  }
}
