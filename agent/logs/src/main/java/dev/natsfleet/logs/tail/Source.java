package dev.natsfleet.logs.tail;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a generation, plain or packed. */
interface Source extends Closeable {

  /** Reads at an offset of the unpacked bytes; 0 at the end as it is now. */
  int read(long position, byte[] to, int from, int length) throws IOException;

  /** Bytes that are certainly there; a packed source knows only what it has unpacked. */
  long size() throws IOException;
}
