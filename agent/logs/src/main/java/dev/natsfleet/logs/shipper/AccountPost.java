package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.account.AccountBucket;
import dev.natsfleet.logs.account.AccountKey;
import dev.natsfleet.logs.account.AccountText;
import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Page;
import dev.natsfleet.logs.publish.Session;
import dev.natsfleet.logs.settings.Place;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Counts;
import dev.natsfleet.logs.wire.Partition;
import io.nats.client.Message;
import io.nats.client.support.NatsRequestCompletableFuture;
import java.nio.charset.StandardCharsets;
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

/**
 * Puts the shipper's account into the bucket of accounts: every two seconds the pages that have
 * changed, sixteen at most, and the head; the head at least twice a minute, and everything once an
 * hour. Lines never wait for it. Where the bucket cannot be written it says so once, and where
 * nothing answers it tries ever more seldom, up to every three minutes.
 */
final class AccountPost {

  private static final Logger LOG = LoggerFactory.getLogger(AccountPost.class);
  private static final long EVERY = Duration.ofSeconds(2).toNanos();
  private static final long AT_REST = Duration.ofSeconds(30).toNanos();
  private static final long AFTER_FAILURE = Duration.ofSeconds(5).toNanos();
  private static final int DOUBLINGS = 5; // up to 160 s
  private static final int TELLING = 2;
  private static final long ANEW = Duration.ofHours(1).toNanos();
  private static final int MOST_PAGES = 16;
  private static final long LAST_WORD_MILLIS = 1_000;
  private static final double SECOND_MILLIS = 1e3;
  private static final String STORED = "\"seq\":";

  private final String host;
  private final int partition;
  private final InstantSource clock;
  private final double started;
  private final AccountPages pages;
  private CompletableFuture<Message> answer = new CompletableFuture<>();
  private long dueAt = System.nanoTime();
  private long headAt = dueAt - AT_REST;
  private long anewAt = dueAt;
  private long seen = -1;
  private boolean more;
  private @Nullable Session last;
  private boolean toldTooLarge;
  private volatile boolean told;
  private volatile int failures;
  private volatile int unanswered;
  private volatile boolean incomplete;

  AccountPost(Place place, InstantSource clock) {
    this.host = place.host();
    this.partition = Partition.of(host, place.partitions());
    this.clock = clock;
    this.started = seconds();
    this.pages = new AccountPages(started);
    answer.cancel(true); // nothing is awaited yet
  }

  /**
   * Puts what is due, unless the last answer is still to come. A look at all logs costs something:
   * where nothing was stored since the last one, it waits for the head's time.
   *
   * @param sequence of the last message that is stored
   */
  void tick(long now, Session session, Catalog catalog, long sequence) {
    if (session != last) {
      last = session;
      unanswered = 0;
      dueAt = now;
    }
    if (now - dueAt >= 0 && answer.isDone()) {
      dueAt = now + (failures == 0 ? EVERY : pause(unanswered));
      boolean moved = sequence != seen || more || incomplete;
      if (moved || now - headAt >= AT_REST) {
        seen = sequence;
        put(now, session, catalog, MOST_PAGES);
      }
    }
  }

  /** Until the next attempt, in nanoseconds, after so many without any answer. */
  static long pause(int unanswered) {
    return AFTER_FAILURE << Math.clamp(unanswered - 1, 0, DOUBLINGS);
  }

  /** At the end: puts what has changed, and waits for a moment. */
  void last(Session session, Catalog catalog) throws InterruptedException {
    put(System.nanoTime(), session, catalog, Integer.MAX_VALUE);
    try {
      answer.get(LAST_WORD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | CancellationException | TimeoutException e) {
      LOG.atDebug().setCause(e).log("the last word on the account may not have arrived");
    }
  }

  private void put(long now, Session session, Catalog catalog, int most) {
    if (incomplete || now - anewAt >= ANEW) {
      incomplete = false;
      anewAt = now;
      pages.again();
    }
    Map<Integer, Page> due = pages.due(catalog.logs(), most);
    more = due.size() == most;
    due.forEach((number, page) -> put(session, number, AccountText.of(page)));
    if (!due.isEmpty() || failures > 0 || now - headAt >= AT_REST) {
      headAt = now;
      put(session, AccountKey.HEAD, AccountText.of(head(catalog)));
    }
  }

  private void tellTooLarge(AccountKey key) {
    if (!toldTooLarge) {
      toldTooLarge = true;
      LOG.atWarn().addKeyValue("key", key.text()).log("a page of the account is too large to send");
    }
  }

  private void put(Session session, int page, byte[] body) {
    AccountKey key = new AccountKey(partition, page, host);
    if (body.length > session.maxPayload()) {
      tellTooLarge(key);
      return;
    }
    try {
      CompletableFuture<Message> asked =
          session.post(AccountBucket.subject(session.streams(), key), body);
      answer = asked.whenComplete((message, problem) -> heard(key, message, hasTimedOut(asked)));
    } catch (IllegalStateException e) {
      LOG.atDebug().setCause(e).log("the connection has ended; the session will notice");
    }
  }

  /** Nobody answers where we may not ask; that a bucket is missing is said at once. */
  private static boolean hasTimedOut(CompletableFuture<Message> asked) {
    return asked instanceof NatsRequestCompletableFuture request && request.wasCancelledTimedOut();
  }

  /** On a thread of the connection's. The head comes last, and its answer stands for all. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // answers come one after the other
  private void heard(AccountKey key, @Nullable Message message, boolean timedOut) {
    String text = message == null ? "" : new String(message.getData(), StandardCharsets.UTF_8);
    boolean stored = text.contains(STORED);
    incomplete |= !stored;
    if (key.page() == AccountKey.HEAD) {
      failures = stored ? 0 : failures + 1;
      unanswered = timedOut ? unanswered + 1 : 0;
      if (failures == TELLING && !told) {
        told = true;
        LOG.atInfo()
            .addKeyValue("key", key.text())
            .addKeyValue("why", text.isEmpty() ? "no answer" : text)
            .log("the account is not taken; shipping goes on without");
      }
    }
  }

  private Head head(Catalog catalog) {
    Counts total = catalog.total();
    return new Head(
        host,
        started,
        seconds(),
        catalog.logs().size(),
        total.linesRead(),
        total.linesPublished(),
        total.bytesLost(),
        total.unknownLosses());
  }

  private double seconds() {
    return clock.millis() / SECOND_MILLIS;
  }
}
