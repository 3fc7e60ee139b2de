package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.shipper.publish.RecordSink;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.ReadGeneration;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import dev.natsfleet.settings.SettingsException;
import java.util.List;
import java.util.Map;

/** The rounds of the program's read loop with another sink than a connection. */
public final class ReadRounds {

  private final Catalog catalog;
  private final ReadLoop loop;

  /** Rounds of a catalog with default settings. */
  public ReadRounds(Catalog catalog, List<String> patterns, RecordSink sink) {
    this.catalog = catalog;
    this.loop = new ReadLoop(catalog, settings(patterns), sink);
  }

  /** Reads and sends, each active log once. */
  public void round(long now) throws Exception {
    loop.round(now);
  }

  /** As at the beginning of a session. */
  public void activateUnread() {
    for (TrackedLog log : catalog.logs()) {
      boolean unread =
          log.current()
              .map(ReadGeneration::reads)
              .filter(reads -> reads.position() < reads.size())
              .isPresent();
      if (unread) {
        catalog.active().add(log);
      }
    }
  }

  private static ShipperSettings settings(List<String> patterns) {
    try {
      return ShipperSettings.from(
          Map.of(
              "NATS_URL", "nats://127.0.0.1:4222",
              "SHIPPER_SUBJECT", "shipper",
              "SHIPPER_FILE", String.join(",", patterns),
              "HOSTNAME", "host"));
    } catch (SettingsException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
