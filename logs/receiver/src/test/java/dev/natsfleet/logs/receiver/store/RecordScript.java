package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of one host in a stream, and a directory to write them into. */
record RecordScript(Path directory, List<Line> lines) {

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  /** A piece of a log; open when its line goes on later. */
  record Line(long log, String text, boolean open) {

    Chunk piece() {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Chunk(bytes, 0, bytes.length, !open, open);
    }
  }

  PartitionStore open(long token, OwnershipCheck ownershipCheck) throws IOException {
    return open(token, ownershipCheck, new CurrentFiles());
  }

  PartitionStore open(long token, OwnershipCheck ownershipCheck, CurrentFiles current)
      throws IOException {
    Path out = directory.resolve("out");
    FileNaming fileNaming =
        new FileNaming(Optional.of(out), "app-%d", Duration.ofDays(1), ZoneOffset.UTC);
    Path state = directory.resolve("state");
    OutputRotation outputRotation = new OutputRotation(fileNaming, 0, () -> NOW, current.of(state));
    return new PartitionStore(state, token, ownershipCheck, outputRotation, 16);
  }

  /** Goes on where the store is, up to a number of lines; commits each. */
  void play(PartitionStore store, int until) throws IOException {
    for (int i = (int) store.committed().sequence(); i < until; i++) {
      OutputFileState host = store.host("web");
      Line line = lines.get(i);
      store.append(host, host.log(line.log()), line.piece());
      store.advanceTo(new StreamPosition(i + 1, 0));
      store.commit();
    }
  }

  /** Everything that was written, in the order of names. */
  String output() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory.resolve("out/web"))) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
