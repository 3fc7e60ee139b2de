package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.publish.Flight;
import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.publish.Session;
import dev.natsfleet.logs.shipper.Status.Flow;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import dev.natsfleet.logs.shipper.Status.SessionStatus;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Questions from other threads, answered by the loop, which owns everything that is asked for. */
public final class StatusDesk {

  private static final int MOST = 500;
  private static final Comparator<LogStatus> LEAST_FIRST =
      Comparator.comparingLong(LogStatus::lagBytes)
          .thenComparingLong(log -> log.flow().bytesRead());
  private static final double SECOND = 1e9;

  private final Queue<CompletableFuture<Status>> questions = new ConcurrentLinkedQueue<>();
  private final Catalog catalog;
  private final Ledger ledger;
  private final Journal journal;
  private long doubts;
  private String lastDoubt = "";

  StatusDesk(Catalog catalog, Ledger ledger, Journal journal) {
    this.catalog = catalog;
    this.ledger = ledger;
    this.journal = journal;
  }

  /** Where the shipper is, soon. */
  public CompletableFuture<Status> ask() {
    CompletableFuture<Status> answer = new CompletableFuture<>();
    questions.add(answer);
    return answer;
  }

  /** A session has ended. */
  void doubted(String why) {
    doubts++;
    lastDoubt = why;
  }

  /** Answers all questions; without a session when none is open. */
  void answer(@Nullable Session session) {
    CompletableFuture<Status> question = questions.poll();
    while (question != null) {
      question.complete(status(session));
      question = questions.poll();
    }
  }

  private Status status(@Nullable Session session) {
    long now = System.nanoTime();
    LogStatus totals = LogStatus.none(Flow.of(catalog.total()));
    PriorityQueue<LogStatus> foremost = new PriorityQueue<>(LEAST_FIRST);
    for (Log log : catalog.logs()) {
      LogStatus status = status(log, now);
      totals = totals.behind(status);
      foremost.add(status);
      if (foremost.size() > MOST) {
        foremost.remove();
      }
    }
    List<LogStatus> logs = foremost.stream().sorted(LEAST_FIRST.reversed()).toList();
    return new Status(between(session), journal.status(), catalog.logs().size(), totals, logs);
  }

  private SessionStatus between(@Nullable Session session) {
    return new SessionStatus(
        session != null,
        doubts,
        lastDoubt,
        ledger.sequence(),
        ledger.resent(),
        session == null ? "" : session.heldBack(),
        session == null ? Flight.NONE : session.flight());
  }

  private static LogStatus status(Log log, long now) {
    List<Generation> open = log.generations().stream().filter(one -> !one.isStored()).toList();
    long lag = open.stream().mapToLong(one -> one.size() - one.stored().offset()).sum();
    long since = open.stream().mapToLong(one -> now - one.unreadSince()).max().orElse(0);
    return new LogStatus(
        log.path().toString(),
        log.generations().getLast().number(),
        open.size(),
        lag,
        lag > 0 ? since / SECOND : 0,
        Flow.of(log.counts()));
  }
}
