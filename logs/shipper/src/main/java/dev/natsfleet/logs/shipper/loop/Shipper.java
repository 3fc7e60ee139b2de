package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.checkpoint.Checkpoint;
import dev.natsfleet.logs.shipper.checkpoint.CheckpointFile;
import dev.natsfleet.logs.shipper.files.Spool;
import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.publish.PublishUncertainException;
import dev.natsfleet.logs.shipper.publish.Session;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.CatalogTimes;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Runs the shipper: one loop looks at files, reads, sends, settles what is stored, and writes
 * checkpoints.
 */
public final class Shipper implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Shipper.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "session ended; the next one asks the stream what it has",
          "stream stores messages again");
  private static final long IDLE_WAIT = Duration.ofMillis(50).toNanos();
  private static final long NO_LOG_WAIT = Duration.ofMillis(250).toNanos();
  private static final long GATHER_WAIT = Duration.ofMillis(5).toNanos();
  private static final long FULL_ROUND_BYTES = 64 * 1024;

  private final ShipperSettings settings;
  private final ProgramClock clock;
  private final CheckpointFile file;
  private final LogIds ids;
  private final Ledger ledger;
  private final Spool spool;
  private final Catalog catalog;
  private final CheckpointScheduler checkpoints;
  private final SessionBackoff backoff = new SessionBackoff();
  private final FailureLog failures = new FailureLog(LOG, "host", MESSAGES);
  private final String host;
  private final StatusQueries queries;
  private final AuditPublisher audit;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile @Nullable Session current;

  /** Locks the state directory and restores the last checkpoint. */
  public Shipper(ShipperSettings settings, ProgramClock clock) throws IOException {
    this.settings = settings;
    this.clock = clock;
    this.host = settings.pipelineSettings().host();
    this.file = checkpointFile(settings.pipelineSettings().state());
    Optional<Checkpoint> checkpoint = file.read();
    this.ids = checkpoint.map(LogIds::of).orElseGet(LogIds::fresh);
    this.ledger =
        checkpoint.map(CheckpointRestore::ledger).orElseGet(() -> new Ledger(ids.epoch(), 0, 0));
    this.spool = spool(settings);
    this.catalog = new Catalog(settings.files(), ids, catalogTimes(settings.waits(), clock), spool);
    checkpoint.ifPresent(last -> CheckpointRestore.restore(last, catalog, ledger));
    this.checkpoints = new CheckpointScheduler(file, catalog, ledger, ids::last, clock);
    this.queries = new StatusQueries(catalog, ledger, checkpoints, clock);
    this.audit = new AuditPublisher(settings.pipelineSettings(), clock.wall(), clock.nanos());
  }

  /** Runs until {@link #stop} is called, and writes a last checkpoint. */
  public void run() throws IOException, InterruptedException {
    catalog.refresh(0, clock.nanos());
    logFiles();
    checkpoints.write();
    while (!stopped.get()) {
      try (Session session = Session.open(settings, ledger, catalog.byId()::get, clock);
          ReadLoop readLoop = new ReadLoop(catalog, settings, session)) {
        ship(session, readLoop);
      } catch (PublishUncertainException e) {
        retry(String.valueOf(e.getMessage()));
      }
    }
    checkpoints.write();
  }

  /** Asks the loop to end; returns at once. */
  public void stop() {
    stopped.set(true);
    Session session = current;
    if (session != null) {
      session.stopSoon();
    }
  }

  /** Queries that the loop answers. */
  public StatusQueries queries() {
    return queries;
  }

  @Override
  public void close() throws IOException {
    catalog.close();
    spool.close();
    file.close();
  }

  /** Says at first what is followed, because a pattern that matches nothing says nothing. */
  private void logFiles() {
    int found = catalog.logs().size();
    LOG.atLevel(found == 0 ? Level.WARN : Level.INFO)
        .addKeyValue("patterns", settings.files())
        .addKeyValue("files", found)
        .log(
            found == 0
                ? "no file matches yet; one that appears is shipped from its first byte"
                : "following files, and those that appear later");
  }

  private void ship(Session session, ReadLoop readLoop)
      throws IOException, PublishUncertainException, InterruptedException {
    current = session;
    checkpoints.activateUnread();
    long sent = 0;
    long stored = ledger.sequence();
    while (!stopped.get() || session.inFlight() > 0) {
      gather(sent);
      catalog.refresh(
          sent > 0 ? 0 : catalog.active().isEmpty() ? NO_LOG_WAIT : IDLE_WAIT, clock.nanos());
      long now = clock.nanos();
      sent = stopped.get() || session.isHeldBack(now) ? 0 : readLoop.round(now);
      session.flush();
      if (ledger.sequence() > stored) {
        stored = ledger.sequence();
        backoff.reset();
        failures.succeeded(host);
      }
      checkpoints.writeDue(now);
      audit.publishDue(now, session, catalog, ledger.sequence());
      queries.answer(session);
    }
    audit.publishLast(clock.nanos(), session, catalog);
  }

  private static CheckpointFile checkpointFile(Path state) throws IOException {
    try {
      return new CheckpointFile(state);
    } catch (FileSystemException e) {
      throw new IOException(
          "SHIPPER_STATE=%s cannot be used: %s; set it to a directory that this user may write"
              .formatted(state, FileFailure.withName(e)),
          e);
    }
  }

  private static CatalogTimes catalogTimes(ShipperSettings.Waits waits, ProgramClock clock) {
    return new CatalogTimes(clock, waits.rescan().toNanos(), waits.rotate().toNanos() * 2);
  }

  private static Spool spool(ShipperSettings settings) throws IOException {
    return new Spool(
        settings.spool().map(ShipperSettings.SpoolSettings::directory),
        settings.spool().map(ShipperSettings.SpoolSettings::bytes).orElse(0L));
  }

  /** Lets lines gather when there are few, because a round costs as much for one as for many. */
  private static void gather(long sent) {
    if (sent > 0 && sent < FULL_ROUND_BYTES) {
      LockSupport.parkNanos(GATHER_WAIT);
    }
  }

  /** Waits before the next session, which asks the stream what it has. */
  private void retry(String reason) throws IOException, InterruptedException {
    checkpoints.rewindUnstored();
    long pause = backoff.next();
    queries.sessionEnded(reason);
    failures.failed(host, reason);
    long until = clock.nanos() + pause;
    while (!stopped.get() && clock.nanos() - until < 0) {
      catalog.refresh(Math.max(1, until - clock.nanos()), clock.nanos());
      queries.answer(null);
    }
    checkpoints.writeDue(clock.nanos());
  }
}
