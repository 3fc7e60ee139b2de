package dev.natsfleet.logs.tail;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file that a rotation has packed. Goes forward; a step back of more than some bytes unpacks from
 * the start again.
 */
final class PackedSource implements Source {

  private static final int BUFFER = 16 * 1024;

  private final Path path;
  private final LookBack past = new LookBack();
  private InputStream in;

  PackedSource(Path path) throws IOException {
    this.path = path;
    this.in = unpack(path);
  }

  @Override
  public int read(long at, byte[] to, int from, int length) throws IOException {
    seek(at);
    if (at < past.end()) {
      return past.copy(at, to, from, length);
    }
    return at == past.end() ? Math.max(0, next(to, from, length)) : 0;
  }

  @Override
  public long size() {
    return past.end();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void seek(long at) throws IOException {
    if (!past.reaches(at)) {
      in.close();
      in = unpack(path);
      past.restart(past.end() - at);
    }
    byte[] skipped = new byte[at > past.end() ? BUFFER : 0];
    int read = 0;
    while (past.end() < at && read >= 0) {
      read = next(skipped, 0, (int) Math.min(skipped.length, at - past.end()));
    }
  }

  private int next(byte[] to, int from, int length) throws IOException {
    int read = in.read(to, from, length);
    past.add(to, from, Math.max(0, read));
    return read;
  }

  private static InputStream unpack(Path path) throws IOException {
    if (Files.size(path) == 0) {
      return InputStream.nullInputStream(); // it was cut off before its first byte
    }
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      return path.toString().endsWith(".gz")
          ? new GZIPInputStream(file, BUFFER)
          : new ZstdInputStream(file);
    } catch (IOException e) {
      Closing.close(file); // its head is not there yet
      throw e;
    }
  }
}
