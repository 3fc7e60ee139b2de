package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.store.OutputRotation;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** A store of partition 0 that is always ours, with one output file for each host and day. */
final class StoreFixture {

  private StoreFixture() {}

  static PartitionStore open(Path directory, String output) throws IOException {
    FileNaming fileNaming =
        new FileNaming(Optional.of(directory), output, Duration.ofDays(1), ZoneOffset.UTC);
    OutputRotation outputRotation =
        new OutputRotation(fileNaming, 0, InstantSource.system(), new CurrentFiles().of(directory));
    return new PartitionStore(directory.resolve("state"), 0, () -> {}, outputRotation, 16);
  }
}
