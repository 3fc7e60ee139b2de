package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.settings.PipelineSettings;
import dev.natsfleet.logs.protocol.audit.AuditBucket;
import dev.natsfleet.logs.protocol.audit.AuditCodec;
import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.AuditKey;
import dev.natsfleet.logs.protocol.audit.AuditPage;
import dev.natsfleet.logs.protocol.record.Subjects;
import dev.natsfleet.logs.shipper.publish.RequestReply;
import dev.natsfleet.logs.shipper.publish.Session;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.LogCounters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Publishes the audit of the shipper into the audit bucket: every two seconds up to sixteen pages
 * that have changed, and the head; the head at least twice a minute, and everything once an hour.
 * Lines never wait for it. When the bucket cannot be written this is logged when it starts and when
 * it ends; when nothing answers the pauses between attempts grow up to three minutes.
 */
final class AuditPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(AuditPublisher.class);
  private static final FailureLog.Messages PAGE_MESSAGES =
      new FailureLog.Messages(
          "a page of the audit is larger than max_payload and is left out",
          "a page of the audit fits into max_payload again");
  private static final FailureLog.Messages BUCKET_MESSAGES =
      new FailureLog.Messages(
          "audit is not stored; shipping goes on without it", "audit is stored again");
  private static final long INTERVAL = Duration.ofSeconds(2).toNanos();
  private static final long HEAD_INTERVAL = Duration.ofSeconds(30).toNanos();
  private static final long AFTER_FAILURE = Duration.ofSeconds(5).toNanos();
  private static final int DOUBLINGS = 5; // up to 160 s
  private static final int LOGGED_FAILURES = 2;
  private static final long FULL_INTERVAL = Duration.ofHours(1).toNanos();
  private static final int MAX_PAGES = 16;
  private static final long LAST_ANSWER_MILLIS = 1_000;
  private static final double SECOND_MILLIS = 1e3;
  private static final String SEQUENCE = "\"seq\":";

  private final String host;
  private final int partition;
  private final InstantSource clock;
  private final double started;
  private final AuditPager pages;
  private final FailureLog pageFailures = new FailureLog(LOG, "key", PAGE_MESSAGES);
  private final FailureLog bucketFailures = new FailureLog(LOG, Level.INFO, "key", BUCKET_MESSAGES);
  private CompletableFuture<RequestReply> answer = new CompletableFuture<>();
  private long dueAt;
  private long headAt;
  private long fullAt;
  private long publishedSequence = -1;
  private boolean unfinished;
  private @Nullable Session session;
  private volatile int failures;
  private volatile int unanswered;
  private volatile boolean incomplete;

  /**
   * A publisher that has published nothing.
   *
   * @param clock dates the audit
   * @param now on the monotonic clock, as everywhere in this class
   */
  AuditPublisher(PipelineSettings pipeline, InstantSource clock, long now) {
    this.host = pipeline.host();
    this.partition = Subjects.partition(host, pipeline.partitions());
    this.clock = clock;
    this.started = seconds();
    this.pages = new AuditPager(started);
    this.dueAt = now;
    this.headAt = now - HEAD_INTERVAL;
    this.fullAt = now;
    answer.cancel(true); // no answer is awaited yet
  }

  /**
   * Publishes what is due, unless the last answer is still to come. Because looking at all logs is
   * expensive, it waits for the time of the head when no message was stored since the last look.
   *
   * @param sequence of the last message that is stored
   */
  void publishDue(long now, Session current, Catalog catalog, long sequence) {
    if (current != session) {
      session = current;
      unanswered = 0;
      dueAt = now;
    }
    if (now - dueAt >= 0 && answer.isDone()) {
      dueAt = now + (failures == 0 ? INTERVAL : pause(unanswered));
      boolean moved = sequence != publishedSequence || unfinished || incomplete;
      if (moved || now - headAt >= HEAD_INTERVAL) {
        publishedSequence = sequence;
        publish(now, current, catalog, MAX_PAGES);
      }
    }
  }

  /** Nanoseconds until the next attempt, after so many attempts without an answer. */
  static long pause(int unanswered) {
    return AFTER_FAILURE << Math.clamp(unanswered - 1, 0, DOUBLINGS);
  }

  /** Publishes everything that has changed when the program ends, and waits for a moment. */
  void publishLast(long now, Session current, Catalog catalog) throws InterruptedException {
    publish(now, current, catalog, Integer.MAX_VALUE);
    try {
      answer.get(LAST_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | CancellationException | TimeoutException e) {
      LOG.atDebug().setCause(e).log("the last audit may not be stored");
    }
  }

  private void publish(long now, Session current, Catalog catalog, int most) {
    if (incomplete || now - fullAt >= FULL_INTERVAL) {
      incomplete = false;
      fullAt = now;
      pages.invalidate();
    }
    Map<Integer, AuditPage> due = pages.due(catalog.logs(), most);
    unfinished = due.size() == most;
    due.forEach((number, page) -> publish(current, number, AuditCodec.encode(page)));
    if (!due.isEmpty() || failures > 0 || now - headAt >= HEAD_INTERVAL) {
      headAt = now;
      publish(current, AuditKey.HEAD, AuditCodec.encode(head(catalog)));
    }
  }

  private void publish(Session current, int page, byte[] body) {
    AuditKey key = new AuditKey(partition, page, host);
    if (body.length > current.maxPayload()) {
      pageFailures.failed(
          key.text(), "%d bytes, %d allowed".formatted(body.length, current.maxPayload()));
      return;
    }
    pageFailures.succeeded(key.text());
    try {
      answer =
          current
              .request(AuditBucket.subject(current.streamPrefix(), key), body)
              .whenComplete((reply, problem) -> onAnswer(key, reply));
    } catch (IllegalStateException e) {
      LOG.atDebug()
          .setCause(e)
          .log(
              "publishing the audit failed because the connection has ended; the session ends,"
                  + " too");
    }
  }

  /** Called by a thread of the connection. The head comes last, so its answer counts for all. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // answers come one after the other
  private void onAnswer(AuditKey key, RequestReply reply) {
    boolean stored = reply.text().contains(SEQUENCE);
    incomplete |= !stored;
    if (key.page() == AuditKey.HEAD) {
      failures = stored ? 0 : failures + 1;
      unanswered = reply.timedOut() ? unanswered + 1 : 0;
      if (stored) {
        bucketFailures.succeeded(key.text());
      } else if (failures >= LOGGED_FAILURES) {
        bucketFailures.failed(key.text(), reply.text().isEmpty() ? "no answer" : reply.text());
      }
    }
  }

  private AuditHead head(Catalog catalog) {
    LogCounters total = catalog.total();
    return new AuditHead(
        host,
        started,
        seconds(),
        catalog.logs().size(),
        total.linesRead(),
        total.linesPublished(),
        total.bytesMissing(),
        total.unknownLosses());
  }

  private double seconds() {
    return clock.millis() / SECOND_MILLIS;
  }
}
