package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.lines.LineGenerator;
import dev.natsfleet.bench.process.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A number of lines in one file of one host.
 *
 * @param lines number of lines
 */
public record LogLoad(long lines) {

  /** The host. */
  public static final String HOST = "web1";

  /** The file's name. */
  public static final String FILE = "app.log";

  /** Bytes of all lines. */
  public long bytes() {
    return lines * LineGenerator.SIZE;
  }

  /** Writes the file outside the shipper's directory; afterwards its pages are in memory. */
  public Path prepare(Testbed testbed) throws IOException {
    Path prepared = testbed.at(FILE);
    LineGenerator.write(prepared, HOST, lines);
    return prepared;
  }

  /** Renames the prepared file into the shipper's directory. */
  public static void offer(Testbed testbed, Path prepared) throws IOException {
    Files.move(prepared, testbed.at("in").resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
