package dev.natsfleet.logs.receiver.store;

import java.nio.file.Path;

/** A file with the beginning of a line that is not complete, while other logs of its host go on. */
final class PartialLineFile {

  private final Path file;
  private long length;

  PartialLineFile(Path file, long length) {
    this.file = file;
    this.length = length;
  }

  Path file() {
    return file;
  }

  long length() {
    return length;
  }

  void grow(long bytes) {
    length += bytes;
  }
}
