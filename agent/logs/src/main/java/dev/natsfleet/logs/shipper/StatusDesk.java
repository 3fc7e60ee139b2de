package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Counts;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Questions from other threads, answered by the loop, which owns everything that is asked for. */
public final class StatusDesk {

  private static final int MOST = 500;
  private static final Comparator<LogStatus> LEAST_FIRST =
      Comparator.comparingLong(LogStatus::lagBytes).thenComparingLong(LogStatus::bytesSent);
  private static final double SECOND = 1e9;

  private final Queue<CompletableFuture<Status>> questions = new ConcurrentLinkedQueue<>();
  private volatile boolean connected;
  private volatile long doubts;
  private volatile String lastDoubt = "";

  /** Where the shipper is, soon. */
  public CompletableFuture<Status> ask() {
    CompletableFuture<Status> answer = new CompletableFuture<>();
    questions.add(answer);
    return answer;
  }

  void connected(boolean now) {
    connected = now;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written by the loop only
  void doubted(String why) {
    doubts++;
    lastDoubt = why;
  }

  void answer(Catalog catalog, Ledger ledger) {
    CompletableFuture<Status> question = questions.poll();
    while (question != null) {
      question.complete(status(catalog, ledger));
      question = questions.poll();
    }
  }

  private Status status(Catalog catalog, Ledger ledger) {
    long now = System.nanoTime();
    LogStatus totals = LogStatus.NONE;
    PriorityQueue<LogStatus> foremost = new PriorityQueue<>(LEAST_FIRST);
    for (Log log : catalog.logs()) {
      LogStatus status = status(log, now);
      totals = totals.plus(status);
      foremost.add(status);
      if (foremost.size() > MOST) {
        foremost.remove();
      }
    }
    List<LogStatus> logs = foremost.stream().sorted(LEAST_FIRST.reversed()).toList();
    return new Status(
        connected, doubts, lastDoubt, ledger.sequence(), catalog.logs().size(), totals, logs);
  }

  private static LogStatus status(Log log, long now) {
    List<Generation> open = log.generations().stream().filter(one -> !one.isStored()).toList();
    long lag = open.stream().mapToLong(one -> one.size() - one.stored().offset()).sum();
    long since = open.stream().mapToLong(one -> now - one.unreadSince()).max().orElse(0);
    Counts counts = log.counts();
    return new LogStatus(
        log.path().toString(),
        log.generations().getLast().number(),
        open.size(),
        lag,
        lag > 0 ? since / SECOND : 0,
        counts.linesSent(),
        counts.bytesSent(),
        counts.bytesStored(),
        counts.bytesLost());
  }
}
