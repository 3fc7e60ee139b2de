package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.output.CurrentFiles;
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
    ReceiverSettings settings,
    Connection connection,
    Elsewhere elsewhere,
    Streams streams,
    Files files,
    int sharers) {

  private static final long BYTES = 4L << 20;
  private static final int MESSAGES = 2048;
  private static final int LEAST_MESSAGES = 256;
  private static final long LEAST_BYTES = 320L << 10;
  private static final int LEAST_LOGS = 1_000;
  private static final int LEAST_FILES = 8;

  /**
   * Output.
   *
   * @param layout of the files
   * @param current those that are being written
   * @param claim on them
   */
  record Files(Layout layout, CurrentFiles current, OutputClaim claim) {

    static Files of(ReceiverSettings settings) {
      ZoneId zone = ZoneId.systemDefault();
      var output = settings.output();
      Layout layout = new Layout(output.directory(), output.pattern(), output.every(), zone);
      Path root = output.directory().orElseGet(() -> layout.root(""));
      return new Files(layout, new CurrentFiles(), new OutputClaim(settings, root));
    }
  }

  Rotation rotation(int partition) {
    return new Rotation(
        files.layout,
        settings.output().maxBytes(),
        InstantSource.system(),
        files.current.of(directory(partition)));
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
