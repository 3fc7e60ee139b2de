package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Counts;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Questions from other threads, answered by the loop, which owns everything that is asked for. */
public final class StatusDesk {

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
    List<LogStatus> logs = catalog.logs().stream().map(log -> status(log, now)).toList();
    return new Status(connected, doubts, lastDoubt, ledger.sequence(), logs);
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
