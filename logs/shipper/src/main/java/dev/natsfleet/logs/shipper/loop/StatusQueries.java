package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.Flow;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.LogStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.SessionStatus;
import dev.natsfleet.logs.shipper.publish.InFlight;
import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.publish.Session;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.ReadGeneration;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Status queries of other threads. The loop answers them, because it owns all state. */
public final class StatusQueries {

  private static final int MAX_LOGS = 500;
  private static final Comparator<LogStatus> LEAST_FIRST =
      Comparator.comparingLong(LogStatus::lagBytes)
          .thenComparingLong(log -> log.flow().bytesRead());
  private static final double SECOND = 1e9;

  private final Queue<CompletableFuture<ShipperStatus>> queries = new ConcurrentLinkedQueue<>();
  private final Catalog catalog;
  private final Ledger ledger;
  private final CheckpointScheduler checkpoints;
  private final ProgramClock clock;
  private long unconfirmed;
  private String lastSessionEnd = "";

  StatusQueries(
      Catalog catalog, Ledger ledger, CheckpointScheduler checkpoints, ProgramClock clock) {
    this.catalog = catalog;
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  /** Asks for the status; the loop completes the answer soon. */
  public CompletableFuture<ShipperStatus> ask() {
    CompletableFuture<ShipperStatus> answer = new CompletableFuture<>();
    queries.add(answer);
    return answer;
  }

  /** Counts a session that has ended. */
  void sessionEnded(String why) {
    unconfirmed++;
    lastSessionEnd = why;
  }

  /** Answers all queries; the session is null when none is open. */
  void answer(@Nullable Session session) {
    CompletableFuture<ShipperStatus> query = queries.poll();
    while (query != null) {
      query.complete(status(session));
      query = queries.poll();
    }
  }

  private ShipperStatus status(@Nullable Session session) {
    long now = clock.nanos();
    LogStatus totals = LogStatus.total(Flow.of(catalog.total()));
    PriorityQueue<LogStatus> top = new PriorityQueue<>(LEAST_FIRST);
    for (TrackedLog log : catalog.logs()) {
      LogStatus status = status(log, now);
      totals = totals.plusLag(status);
      top.add(status);
      if (top.size() > MAX_LOGS) {
        top.remove();
      }
    }
    List<LogStatus> logs = top.stream().sorted(LEAST_FIRST.reversed()).toList();
    return new ShipperStatus(
        sessionStatus(session), checkpoints.status(), catalog.logs().size(), totals, logs);
  }

  private SessionStatus sessionStatus(@Nullable Session session) {
    return new SessionStatus(
        session != null,
        unconfirmed,
        lastSessionEnd,
        ledger.sequence(),
        ledger.resent(),
        session == null ? "" : session.heldBack(),
        session != null && session.isStreamRefused(),
        session == null ? InFlight.NONE : session.windowUsage());
  }

  private static LogStatus status(TrackedLog log, long now) {
    List<? extends ReadGeneration> open =
        log.generations().stream().filter(one -> !one.isStored()).toList();
    long lag =
        open.stream().mapToLong(one -> one.reads().contentSize() - one.stored().offset()).sum();
    long since = open.stream().mapToLong(one -> now - one.reads().unreadSince()).max().orElse(0);
    return new LogStatus(
        log.path().toString(),
        log.newestNumber(),
        open.size(),
        lag,
        lag > 0 ? since / SECOND : 0,
        Flow.of(log.counters()));
  }
}
