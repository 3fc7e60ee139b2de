package dev.natsfleet.logs.shipper.files;

import java.io.Closeable;
import java.io.IOException;

/** An open file, plain or packed. Offsets count unpacked bytes. */
public interface Source extends Closeable {

  /** Reads at an offset; returns 0 at the present end of the file. */
  int read(long position, byte[] to, int from, int length) throws IOException;

  /** Bytes that are certainly there; a packed source knows only what it has unpacked. */
  long size() throws IOException;
}
