package dev.natsfleet.logs.store;

import dev.natsfleet.logs.output.CurrentFiles;
import dev.natsfleet.logs.output.Directories;
import dev.natsfleet.logs.output.Layout;
import dev.natsfleet.logs.output.Parts;
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
 * When an output file is finished and what the next is called. Time only moves forward here: a
 * clock that is set back ends no period twice.
 */
public final class Rotation {

  private final Layout layout;
  private final long maxBytes;
  private final InstantSource clock;
  private final CurrentFiles.Own current;
  private long second = Long.MIN_VALUE;
  private long period;

  /** Rotation by a layout's periods, and at a size unless {@code maxBytes} is 0. */
  public Rotation(Layout layout, long maxBytes, InstantSource clock, CurrentFiles.Own current) {
    this.layout = layout;
    this.maxBytes = maxBytes;
    this.clock = clock;
    this.current = current;
  }

  String key(String host) {
    return layout.key(host);
  }

  boolean isDue(HostBook host) {
    return host.file() == null
        || (maxBytes > 0 && host.length() >= maxBytes)
        || period() > host.period();
  }

  /** Begins a file that nobody has, empty and durable; two that do so at once get two files. */
  void next(HostBook host) throws IOException {
    long start = Math.max(period(), host.period());
    int part = Parts.next(layout.file(host.key(), start, 0));
    Path file = layout.file(host.key(), start, part);
    while (!take(file)) {
      file = layout.file(host.key(), start, ++part);
    }
    host.begin(file, start);
  }

  /** Says which files of a journal are written. */
  void resume(Collection<HostBook> hosts) {
    current.only(
        hosts.stream()
            .flatMap(host -> Optional.ofNullable(host.file()).stream())
            .collect(Collectors.toSet()));
  }

  /** Everything in the file is committed, and nothing more comes. */
  void finished(Path file) {
    current.end(file);
  }

  private boolean take(Path file) throws IOException {
    current.begin(file);
    try {
      Directories.create(file);
      Files.createFile(file);
      Directories.sync(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      current.end(file);
      return false;
    }
  }

  /** Computed once a second: a calendar costs more than a line. */
  private long period() {
    long now = Math.floorDiv(clock.millis(), 1000L);
    if (now != second) {
      second = now;
      period = layout.period(Instant.ofEpochSecond(now));
    }
    return period;
  }
}
