package dev.natsfleet.logs.tail;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that a rotation has packed. Goes forward; a step back unpacks from the start again. */
final class PackedSource implements Source {

  private static final int BUFFER = 64 * 1024;

  private final Path path;
  private InputStream in;
  private long position;

  PackedSource(Path path) throws IOException {
    this.path = path;
    this.in = unpack(path);
  }

  @Override
  public int read(long at, byte[] to, int from, int length) throws IOException {
    seek(at);
    int read = Math.max(0, position == at ? in.read(to, from, length) : 0);
    position += read;
    return read;
  }

  @Override
  public long size() {
    return position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void seek(long at) throws IOException {
    if (at < position) {
      in.close();
      in = unpack(path);
      position = 0;
    }
    long skipped = 1;
    while (position < at && skipped > 0) {
      skipped = in.skip(at - position);
      position += skipped;
    }
  }

  private static InputStream unpack(Path path) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    return path.toString().endsWith(".gz")
        ? new GZIPInputStream(file, BUFFER)
        : new ZstdInputStream(file);
  }
}
