package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.PackedFormat;
import java.io.IOException;
import java.nio.file.Path;

/** Opens files, packed ones according to their names. */
public final class Sources {

  private Sources() {}

  /** Opens a file for reading. */
  public static Source open(Path path) throws IOException {
    return PackedFormat.isPacked(path) ? new PackedSource(path) : new PlainSource(path);
  }

  /** Reads until the array is full or the file ends; returns the number of bytes. */
  public static int readFully(Source source, long position, byte[] to) throws IOException {
    int read = 0;
    int more = 1;
    while (read < to.length && more > 0) {
      more = source.read(position + read, to, read, to.length - read);
      read += more;
    }
    return read;
  }
}
