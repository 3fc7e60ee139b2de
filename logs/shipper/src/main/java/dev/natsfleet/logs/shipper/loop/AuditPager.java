package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.protocol.audit.AuditPage;
import dev.natsfleet.logs.protocol.audit.LogAudit;
import dev.natsfleet.logs.shipper.read.ReadGeneration;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Divides the audit of all logs into pages, and selects those that have changed. */
final class AuditPager {

  private static final int MAX_PATH = 256;
  private static final int MAX_EXTENTS = 16;
  private static final int PRIME = 31;

  private final double started;
  private final Map<Integer, Long> stamps = new HashMap<>();
  private int next;

  AuditPager(double started) {
    this.started = started;
  }

  /** Returns up to {@code most} pages that have changed since they were returned last, in turn. */
  Map<Integer, AuditPage> due(Collection<TrackedLog> logs, int most) {
    TreeMap<Integer, List<TrackedLog>> pages = new TreeMap<>();
    stamps.keySet().forEach(page -> pages.put(page, new ArrayList<>())); // logs may have gone
    int last = -1;
    List<TrackedLog> page = new ArrayList<>();
    for (TrackedLog log : logs) {
      int number = AuditPage.pageOf(log.id());
      if (number != last) { // neighbours mostly are on one page
        page = pages.computeIfAbsent(number, one -> new ArrayList<>());
        last = number;
      }
      page.add(log);
    }
    Map<Integer, AuditPage> due = new TreeMap<>();
    pages.tailMap(next, true).forEach((number, of) -> add(due, number, of, most));
    pages.headMap(next, false).forEach((number, of) -> add(due, number, of, most));
    return due;
  }

  /** Makes all pages due, because some that were returned may not be stored. */
  void invalidate() {
    stamps.replaceAll((page, stamp) -> -1L);
  }

  private void add(Map<Integer, AuditPage> due, int number, List<TrackedLog> logs, int most) {
    if (due.size() >= most) {
      return;
    }
    long stamp = stamp(logs);
    if (stamps.getOrDefault(number, -1L) == stamp) {
      return;
    }
    due.put(number, new AuditPage(started, logs.stream().map(AuditPager::audit).toList()));
    next = number + 1;
    if (logs.isEmpty()) {
      stamps.remove(number);
    } else {
      stamps.put(number, stamp);
    }
  }

  private static long stamp(List<TrackedLog> logs) {
    long stamp = logs.size();
    for (TrackedLog log : logs) {
      stamp = (stamp * PRIME + log.id()) * PRIME + log.counters().changes();
    }
    return stamp & Long.MAX_VALUE;
  }

  private static LogAudit audit(TrackedLog log) {
    List<? extends ReadGeneration> all = log.generations();
    int listed = Math.max(0, all.size() - MAX_EXTENTS);
    long before = 0;
    for (int i = 0; i < listed; i++) { // most logs have few
      before += all.get(i).reads().position();
    }
    return new LogAudit(
        log.id(),
        shortened(log.name().toString()),
        log.counters().bytesForgotten() + before,
        all.subList(listed, all.size()).stream().map(AuditPager::extent).toList(),
        log.counters().bytesMissing(),
        log.counters().unknownLosses());
  }

  private static LogAudit.Extent extent(ReadGeneration one) {
    return new LogAudit.Extent(one.number(), one.reads().position(), one.stored().offset());
  }

  private static String shortened(String path) {
    return path.length() <= MAX_PATH ? path : "…" + path.substring(path.length() - MAX_PATH);
  }
}
