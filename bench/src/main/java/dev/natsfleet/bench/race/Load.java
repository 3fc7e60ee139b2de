package dev.natsfleet.bench.race;

import dev.natsfleet.bench.lines.LineMaker;
import dev.natsfleet.bench.process.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Lines of one file of one host.
 *
 * @param lines how many
 */
public record Load(long lines) {

  /** The host. */
  public static final String HOST = "web1";

  /** The file's name. */
  public static final String FILE = "app.log";

  /** Bytes of all lines. */
  public long bytes() {
    return lines * LineMaker.SIZE;
  }

  /** Writes the file beside the place where a shipper looks, so that its pages are in memory. */
  public Path prepare(Rig rig) throws IOException {
    Path prepared = rig.at(FILE);
    LineMaker.write(prepared, HOST, lines);
    return prepared;
  }

  /** Puts the prepared file where a shipper looks, in one rename. */
  public static void offer(Rig rig, Path prepared) throws IOException {
    Files.move(prepared, rig.at("in").resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
