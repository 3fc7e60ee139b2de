package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.output.Layout;
import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.store.Rotation;
import dev.natsfleet.logs.stream.Feed;
import dev.natsfleet.logs.stream.Streams;
import io.nats.client.Connection;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/** What all partitions of a receiver share. */
record Setting(
    ReceiverSettings settings, Connection connection, Streams streams, Layout layout, int sharers) {

  private static final long BYTES = 4L << 20;
  private static final int MESSAGES = 2048;
  private static final int LEAST_MESSAGES = 256;
  private static final long LEAST_BYTES = 320L << 10;
  private static final int LEAST_LOGS = 1_000;
  private static final int LEAST_FILES = 8;

  static Layout layout(ReceiverSettings settings) {
    var output = settings.output();
    return new Layout(output.directory(), output.pattern(), output.every(), ZoneId.systemDefault());
  }

  Rotation rotation() {
    return new Rotation(layout, settings.output().maxBytes(), InstantSource.system());
  }

  /**
   * What the server may have on its way to one partition: a message in memory costs a kilobyte
   * beside its bytes.
   */
  Feed.Ahead ahead() {
    return new Feed.Ahead(
        Math.max(LEAST_MESSAGES, MESSAGES / sharers), Math.max(LEAST_BYTES, BYTES / sharers));
  }

  /** Logs of a partition with numbers of their own. */
  int logs() {
    return Math.max(LEAST_LOGS, Counts.MOST / sharers);
  }

  int openFiles() {
    return Math.max(LEAST_FILES, settings.output().openFiles() / sharers);
  }

  Path directory(int partition) {
    return settings
        .place()
        .state()
        .resolve(settings.share().copy())
        .resolve("partition-" + partition);
  }

  Patience patience() {
    return new Patience(settings.gaps().patience(), settings.gaps().bytes() / sharers);
  }

  String prefix() {
    return settings.place().subject();
  }
}
