package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A receiver's output beside what its journal says of it, seen from outside. */
final class CommittedOutput {

  private static final int PATH = 2;
  private static final int LENGTH = 4;

  private final Path output;
  private final Path journal;

  /** The files of one host at a receiver in a directory. */
  CommittedOutput(Path receiver) {
    this.output = receiver.resolve("out").resolve(ShipperProcess.HOST);
    this.journal = receiver.resolve("state/main/partition-0/journal-" + "0".repeat(20));
  }

  /** Whether the host's file is longer than the journal has recorded. */
  boolean isTorn() throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.toList()) {
        if (Files.size(file) > recorded(file)) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException e) {
      return false; // nothing is there yet
    }
  }

  private long recorded(Path file) throws IOException {
    long recorded = 0;
    long length = 0;
    for (String line : Files.readAllLines(journal)) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("host") && words[PATH].endsWith(file.getFileName().toString())) {
        length = Long.parseLong(words[LENGTH]);
      } else if (words[0].equals("commit")) {
        recorded = length;
      }
    }
    return recorded;
  }
}
