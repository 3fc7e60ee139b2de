package dev.natsfleet.logs.shipper.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is not packed; it stays readable after its deletion. */
final class PlainSource implements Source {

  private final FileChannel channel;
  private ByteBuffer view = ByteBuffer.wrap(new byte[0]);

  PlainSource(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  @Override
  public int read(long position, byte[] to, int from, int length) throws IOException {
    if (view.array() != to) {
      view = ByteBuffer.wrap(to);
    }
    return Math.max(0, channel.read(view.clear().position(from).limit(from + length), position));
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
