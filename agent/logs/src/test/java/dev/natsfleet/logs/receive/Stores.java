package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.output.CurrentFiles;
import dev.natsfleet.logs.output.Layout;
import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.store.Rotation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** A store of partition 0 that nobody disputes, with one output file a host and day. */
final class Stores {

  private Stores() {}

  static PartitionStore open(Path directory, String output) throws IOException {
    Layout layout = new Layout(Optional.of(directory), output, Duration.ofDays(1), ZoneOffset.UTC);
    Rotation rotation =
        new Rotation(layout, 0, InstantSource.system(), new CurrentFiles().of(directory));
    return new PartitionStore(directory.resolve("state"), 0, () -> {}, rotation, 16);
  }
}
