package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.protocol.record.BundlePacker;
import dev.natsfleet.logs.shipper.publish.PublishUncertainException;
import dev.natsfleet.logs.shipper.publish.RecordSink;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.Generation;
import dev.natsfleet.logs.shipper.read.GoneException;
import dev.natsfleet.logs.shipper.read.ReadCursor;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import dev.natsfleet.logs.shipper.read.TruncatedException;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import dev.natsfleet.logs.shipper.settings.ShipperSettings.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the active logs in turn, one read each, and sends what was read. */
final class ReadLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadLoop.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "file cannot be read now; it is tried again, a rotated one for five minutes; make it"
              + " readable for this user, or pack it anew",
          "file can be read again");
  private static final long IDLE_CLOSE = 10_000_000_000L;
  private static final long BUNDLE_WAIT = 20_000_000L;
  private static final int MAX_OPEN = 256;
  private static final int MAX_READ = 256 * 1024;

  private final Catalog catalog;
  private final ShipperSettings settings;
  private final BatchSender sender;
  private final byte[] buffer;
  private final FailureLog failures = new FailureLog(LOG, "path", MESSAGES);

  ReadLoop(Catalog catalog, ShipperSettings settings, RecordSink sink) {
    this.catalog = catalog;
    this.settings = settings;
    this.buffer = new byte[Math.min(MAX_READ, sink.maxPayload())];
    this.sender = new BatchSender(sink, settings, buffer);
  }

  /** Runs one round; returns the number of bytes that were sent. */
  long round(long now) throws PublishUncertainException, InterruptedException {
    long sent = 0;
    List<TrackedLog> logs = new ArrayList<>(catalog.active());
    for (TrackedLog log : logs) {
      Optional<Generation> current = log.current();
      if (current.isEmpty()) {
        catalog.active().remove(log);
      } else if (current.get().isRecorded()) {
        sent += read(log, current.get(), logs.size() > MAX_OPEN, now);
      }
    }
    return sent;
  }

  @Override
  public void close() {
    sender.close();
  }

  private long read(TrackedLog log, Generation generation, boolean crowded, long now)
      throws PublishUncertainException, InterruptedException {
    ReadCursor cursor = generation.reads();
    try {
      if (!catalog.reader().hasMore(log, generation, now)) {
        rest(log, generation, crowded, now);
        return 0;
      }
      long sent = send(log, generation, now);
      if (crowded && cursor.position() == cursor.size() && !generation.isRotated()) {
        cursor.close();
      }
      return sent;
    } catch (TruncatedException e) {
      truncated(log, generation, now);
    } catch (GoneException e) {
      gone(log, generation, now);
    } catch (IOException e) {
      unreadable(generation, e, now);
    }
    return 0;
  }

  private long send(TrackedLog log, Generation generation, long now)
      throws IOException,
          PublishUncertainException,
          InterruptedException,
          TruncatedException,
          GoneException {
    int read = catalog.reader().read(log, generation, buffer, now);
    failures.succeeded(generation.path());
    boolean quiet = isQuiet(generation, read, now);
    boolean flush = quiet || isOverdue(generation, read, now);
    if (isFillingBundle(generation, read, flush, now)) {
      return 0;
    }
    int sent = read > 0 ? sender.send(log, generation, read, flush) : 0;
    generation.reads().restartWait(now);
    if (quiet && sent == read) {
      catalog.losses().finish(generation);
    }
    return sent;
  }

  private void truncated(TrackedLog log, Generation generation, long now) {
    try {
      catalog.truncated(log, generation, now);
    } catch (IOException e) {
      unreadable(generation, e, now);
    }
  }

  /**
   * After as long as a rotation may take, the unread bytes of a missing file are counted as lost.
   */
  private void gone(TrackedLog log, Generation generation, long now) {
    if (generation.reads().missingFor(now) <= settings.waits().rotate().toNanos()) {
      return;
    }
    catalog.losses().lose(log, generation);
    if (generation.lost() != 0) {
      LOG.atWarn()
          .addKeyValue("path", generation.path())
          .addKeyValue("bytes", generation.lost() < 0 ? "unknown" : generation.lost())
          .log(
              "file is gone, deleted or moved to another directory, before all of it was read; the"
                  + " rest is lost");
    }
  }

  private void unreadable(Generation generation, IOException problem, long now) {
    if (catalog.losses().finishDamaged(generation)) {
      LOG.atInfo()
          .addKeyValue("path", generation.path())
          .addKeyValue("why", FileFailure.of(problem))
          .log("packed file is damaged; all of it was sent before it was packed");
    } else if (catalog.losses().giveUp(generation, now)) {
      LOG.atWarn()
          .addKeyValue("path", generation.path())
          .addKeyValue("why", FileFailure.of(problem))
          .log(
              "rotated file is given up, because it could not be read for five minutes and later"
                  + " files wait; what it has and was not sent is lost. Its lines can be appended"
                  + " to a log by hand");
    } else {
      failures.failed(generation.path(), FileFailure.of(problem));
    }
  }

  /** Ends a rotated generation of which all is read after a while; closes idle files. */
  private void rest(TrackedLog log, Generation generation, boolean crowded, long now) {
    ReadCursor cursor = generation.reads();
    if (isQuiet(generation, 0, now)) {
      catalog.losses().finish(generation);
    } else if (!generation.isRotated() && (crowded || now - cursor.changedAt() > IDLE_CLOSE)) {
      cursor.close();
      if (!cursor.isPartlySeen()) {
        catalog.active().remove(log);
      }
    }
  }

  private boolean isQuiet(Generation generation, int read, long now) {
    return read < buffer.length
        && generation.isRotated()
        && (generation.isPacked()
            || now - generation.reads().changedAt() >= settings.waits().rotate().toNanos());
  }

  private boolean isOverdue(Generation generation, int read, long now) {
    return read < buffer.length
        && now - generation.reads().changedAt() >= settings.waits().partial().toNanos();
  }

  private boolean isFillingBundle(Generation generation, int read, boolean flush, long now) {
    return settings.mode() == Mode.BUNDLE
        && read < BundlePacker.MAX_BYTES
        && !flush
        && now - generation.reads().unreadSince() < BUNDLE_WAIT;
  }
}
