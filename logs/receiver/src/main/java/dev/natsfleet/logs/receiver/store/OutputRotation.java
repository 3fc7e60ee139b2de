package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.DurableDirectories;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.output.PartNumbers;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides when an output file is finished, and begins the next one. Periods only move forward: a
 * clock that is set back ends no period twice.
 */
public final class OutputRotation {

  private final FileNaming fileNaming;
  private final long maxBytes;
  private final InstantSource clock;
  private final CurrentFiles.PartitionFiles current;
  private long second = Long.MIN_VALUE;
  private long period;

  /** Rotation by the periods of names, and at a size unless {@code maxBytes} is 0. */
  public OutputRotation(
      FileNaming fileNaming,
      long maxBytes,
      InstantSource clock,
      CurrentFiles.PartitionFiles current) {
    this.fileNaming = fileNaming;
    this.maxBytes = maxBytes;
    this.clock = clock;
    this.current = current;
  }

  String key(String host) {
    return fileNaming.key(host);
  }

  boolean isDue(OutputFileState host) {
    return host.file() == null
        || (maxBytes > 0 && host.length() >= maxBytes)
        || period() > host.period();
  }

  /** Creates a new file, empty and durable; two receivers that do so at once get two files. */
  void beginFile(OutputFileState host) throws IOException {
    long start = Math.max(period(), host.period());
    int part = PartNumbers.next(fileNaming.file(host.key(), start, 0));
    Path file = fileNaming.file(host.key(), start, part);
    while (!createFile(file)) {
      file = fileNaming.file(host.key(), start, ++part);
    }
    host.begin(file, start);
  }

  /** Reports which files of a journal are being written. */
  void reportCurrent(Collection<OutputFileState> hosts) {
    current.replaceAll(
        hosts.stream()
            .flatMap(host -> Optional.ofNullable(host.file()).stream())
            .collect(Collectors.toSet()));
  }

  /** Everything in the file is committed, and nothing more comes. */
  void finish(Path file) {
    current.remove(file);
  }

  private boolean createFile(Path file) throws IOException {
    current.add(file);
    try {
      DurableDirectories.create(file);
      Files.createFile(file);
      DurableDirectories.sync(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      current.remove(file);
      return false;
    }
  }

  /** Computed once a second: a calendar costs more than a line. */
  private long period() {
    long now = Math.floorDiv(clock.millis(), 1000L);
    if (now != second) {
      second = now;
      period = fileNaming.period(Instant.ofEpochSecond(now));
    }
    return period;
  }
}
