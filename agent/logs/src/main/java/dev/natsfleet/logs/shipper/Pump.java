package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.publish.Doubt;
import dev.natsfleet.logs.publish.Session;
import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.settings.ShipperSettings.Mode;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.GoneException;
import dev.natsfleet.logs.tail.Log;
import dev.natsfleet.logs.tail.TruncatedException;
import dev.natsfleet.logs.wire.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round the logs that may have something, one read each. */
final class Pump {

  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
  private static final long IDLE_CLOSE = 10_000_000_000L;
  private static final long LINGER = 20_000_000L;
  private static final int MAX_OPEN = 256;
  private static final int MAX_READ = 256 * 1024;

  private final Catalog catalog;
  private final ShipperSettings settings;
  private final Turn turn;
  private final byte[] buffer;
  private final Set<Path> unreadable = new HashSet<>();

  Pump(Catalog catalog, ShipperSettings settings, Session session) {
    this.catalog = catalog;
    this.settings = settings;
    this.buffer = new byte[Math.min(MAX_READ, session.maxPayload())];
    this.turn = new Turn(session, settings, buffer);
  }

  /** One round; gives the bytes that were sent. */
  long round(long now) throws Doubt, InterruptedException {
    long sent = 0;
    List<Log> round = new ArrayList<>(catalog.active());
    for (Log log : round) {
      Optional<Generation> current = log.current();
      if (current.isEmpty()) {
        catalog.active().remove(log);
      } else if (current.get().isRecorded()) {
        sent += read(current.get(), round.size() > MAX_OPEN, now);
      }
    }
    return sent;
  }

  private long read(Generation generation, boolean crowded, long now)
      throws Doubt, InterruptedException {
    try {
      if (!generation.hasMore(now)) {
        rest(generation, crowded, now);
        return 0;
      }
      long sent = send(generation, now);
      if (crowded && generation.position() == generation.size() && !generation.isRotated()) {
        generation.close();
      }
      return sent;
    } catch (TruncatedException e) {
      truncated(generation, now);
    } catch (GoneException e) {
      gone(generation, now);
    } catch (IOException e) {
      unreadable(generation, e);
    }
    return 0;
  }

  private long send(Generation generation, long now)
      throws IOException, Doubt, InterruptedException, TruncatedException, GoneException {
    int read = generation.read(buffer, now);
    boolean quiet = isQuiet(generation, read, now);
    boolean flush = quiet || isOverdue(generation, read, now);
    if (isLingering(generation, read, flush, now)) {
      return 0;
    }
    int sent = read > 0 ? turn.send(generation, read, flush) : 0;
    generation.linger(now);
    if (quiet && sent == read) {
      catalog.finished(generation);
    }
    return sent;
  }

  private void truncated(Generation generation, long now) {
    try {
      catalog.truncated(generation, now);
    } catch (IOException e) {
      unreadable(generation, e);
    }
  }

  /** Nowhere for as long as a rotation may take: what was not read is lost, and counted. */
  private void gone(Generation generation, long now) {
    if (generation.missing(now) > settings.waits().rotate().toNanos()) {
      catalog.finished(generation);
      LOG.atWarn()
          .addKeyValue("path", generation.path())
          .addKeyValue("bytes", generation.lost())
          .log("a file is gone before it was read");
    }
  }

  private void unreadable(Generation generation, IOException problem) {
    generation.close(); // what is half packed, or on a file system that is away, is opened anew
    if (unreadable.add(generation.path())) {
      LOG.atWarn()
          .addKeyValue("path", generation.path())
          .addKeyValue("why", problem)
          .log("cannot be read now; trying on");
    }
  }

  /** Everything is read: ends a rotated generation after a while, gives back idle descriptors. */
  private void rest(Generation generation, boolean crowded, long now) {
    if (isQuiet(generation, 0, now)) {
      catalog.finished(generation);
    } else if (!generation.isRotated() && (crowded || now - generation.changedAt() > IDLE_CLOSE)) {
      generation.close();
      catalog.active().remove(generation.log());
    }
  }

  private boolean isQuiet(Generation generation, int read, long now) {
    return read < buffer.length
        && generation.isRotated()
        && (generation.isPacked()
            || now - generation.changedAt() >= settings.waits().rotate().toNanos());
  }

  private boolean isOverdue(Generation generation, int read, long now) {
    return read < buffer.length
        && now - generation.changedAt() >= settings.waits().partial().toNanos();
  }

  private boolean isLingering(Generation generation, int read, boolean flush, long now) {
    return settings.mode() == Mode.BUNDLE
        && read < Bundle.MAX_BYTES
        && !flush
        && now - generation.unreadSince() < LINGER;
  }
}
