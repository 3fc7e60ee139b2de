package dev.natsfleet.logs.shipper.files;

import com.github.luben.zstd.ZstdInputStream;
import dev.natsfleet.logs.shipper.identity.PackedFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file that a rotation has packed. It is unpacked in one direction; a step back that is longer
 * than the {@link RewindBuffer} unpacks it from its start again.
 */
final class PackedSource implements Source {

  private static final int BUFFER = 16 * 1024;

  private final Path path;
  private final RewindBuffer buffer = new RewindBuffer();
  private InputStream in;

  PackedSource(Path path) throws IOException {
    this.path = path;
    this.in = unpack(path);
  }

  @Override
  public int read(long at, byte[] to, int from, int length) throws IOException {
    seek(at);
    if (at < buffer.end()) {
      return buffer.copy(at, to, from, length);
    }
    return at == buffer.end() ? Math.max(0, next(to, from, length)) : 0;
  }

  @Override
  public long size() {
    return buffer.end();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void seek(long at) throws IOException {
    if (!buffer.hasReached(at)) {
      in.close();
      in = unpack(path);
      buffer.restart(buffer.end() - at);
    }
    byte[] skipped = new byte[at > buffer.end() ? BUFFER : 0];
    int read = 0;
    while (buffer.end() < at && read >= 0) {
      read = next(skipped, 0, (int) Math.min(skipped.length, at - buffer.end()));
    }
  }

  private int next(byte[] to, int from, int length) throws IOException {
    int read = in.read(to, from, length);
    buffer.add(to, from, Math.max(0, read));
    return read;
  }

  private static InputStream unpack(Path path) throws IOException {
    if (Files.size(path) == 0) {
      return InputStream.nullInputStream(); // packing ended before the first byte
    }
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      return PackedFormat.isGzip(path.toString())
          ? new GZIPInputStream(file, BUFFER)
          : new ZstdInputStream(file);
    } catch (IOException e) {
      QuietClose.close(file); // the first bytes are not there yet
      throw e;
    }
  }
}
