package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.checkpoint.CheckpointFile;
import dev.natsfleet.logs.checkpoint.Memory;
import dev.natsfleet.logs.publish.Doubt;
import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.publish.Session;
import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ships until it is stopped. */
public final class Shipper implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Shipper.class);
  private static final long IDLE = Duration.ofMillis(50).toNanos();
  private static final long REST = Duration.ofMillis(250).toNanos();
  private static final long BATCH = Duration.ofMillis(5).toNanos();
  private static final long MUCH = 64 * 1024;

  private final ShipperSettings settings;
  private final CheckpointFile file;
  private final Ids ids;
  private final Ledger ledger;
  private final Catalog catalog;
  private final Journal journal;
  private final Backoff backoff = new Backoff();
  private final StatusDesk desk;
  private final AccountPost account;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Takes its state directory and remembers where it was. */
  public Shipper(ShipperSettings settings) throws IOException {
    this.settings = settings;
    this.file = new CheckpointFile(settings.place().state());
    Optional<Memory> memory = file.read();
    this.ids = memory.map(Ids::of).orElseGet(Ids::fresh);
    this.ledger = memory.map(Recall::ledger).orElseGet(() -> new Ledger(ids.epoch(), 0, 0));
    this.catalog =
        new Catalog(
            settings.files(),
            ids,
            settings.waits().rescan().toNanos(),
            settings.waits().rotate().toNanos() * 2,
            spool(settings));
    memory.ifPresent(old -> Recall.fill(old, catalog, ledger));
    this.journal = new Journal(file, catalog, ledger, ids::last);
    this.desk = new StatusDesk(catalog, ledger, journal);
    this.account = new AccountPost(settings.place(), InstantSource.system());
  }

  /** Ships; returns when {@link #stop} was called and everything that is stored is written down. */
  public void run() throws IOException, InterruptedException, GeneralSecurityException {
    catalog.refresh(0, System.nanoTime());
    journal.write();
    while (!stopped.get()) {
      try (Session session = Session.open(settings, ledger, catalog.byId()::get);
          Pump pump = new Pump(catalog, settings, session)) {
        ship(session, pump);
      } catch (Doubt doubt) {
        doubted(doubt);
      }
    }
    journal.write();
  }

  /** Asks the loop to end; returns at once. */
  public void stop() {
    stopped.set(true);
  }

  /** Where everything is; answered by the loop. */
  public StatusDesk desk() {
    return desk;
  }

  @Override
  public void close() throws IOException {
    catalog.close();
    file.close();
  }

  private void ship(Session session, Pump pump) throws IOException, Doubt, InterruptedException {
    journal.resume();
    long sent = 0;
    long stored = ledger.sequence();
    while (!stopped.get() || session.inFlight() > 0) {
      gather(sent);
      catalog.refresh(sent > 0 ? 0 : catalog.active().isEmpty() ? REST : IDLE, System.nanoTime());
      long now = System.nanoTime();
      sent = stopped.get() || session.isHeldBack(now) ? 0 : pump.round(now);
      session.flush();
      if (ledger.sequence() > stored) {
        stored = ledger.sequence();
        backoff.reset();
      }
      journal.tick(now);
      account.tick(now, session, catalog, ledger.sequence());
      desk.answer(session);
    }
    account.last(session, catalog);
  }

  private static Spool spool(ShipperSettings settings) throws IOException {
    return new Spool(
        settings.spool().map(ShipperSettings.Spool::directory),
        settings.spool().map(ShipperSettings.Spool::bytes).orElse(0L));
  }

  /** Lets lines gather when there are few of them; a round costs the same for one as for many. */
  private static void gather(long sent) {
    if (sent > 0 && sent < MUCH) {
      LockSupport.parkNanos(BATCH);
    }
  }

  private void doubted(Doubt doubt) throws IOException, InterruptedException {
    journal.rewind();
    long pause = backoff.next();
    desk.doubted(String.valueOf(doubt.getMessage()));
    if (backoff.isNew(String.valueOf(doubt.getMessage()))) {
      LOG.atWarn().addKeyValue("why", doubt.getMessage()).log("asking the stream where it is");
    }
    long until = System.nanoTime() + pause;
    while (!stopped.get() && System.nanoTime() - until < 0) {
      catalog.refresh(Math.max(1, until - System.nanoTime()), System.nanoTime());
      desk.answer(null);
    }
    journal.tick(System.nanoTime());
  }
}
