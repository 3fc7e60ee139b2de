package dev.natsfleet.logs.wire;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import org.jspecify.annotations.Nullable;

/**
 * Reads payloads of bundle mode. Keeps one context and one buffer from the first on; one thread
 * uses it.
 */
public final class Unpacker implements AutoCloseable {

  private @Nullable ZstdDecompressCtx context;
  private byte[] bytes = new byte[0];

  /**
   * Unpacks a payload that covers {@code length} bytes, which {@link RecordHeader#length} says.
   *
   * @return a buffer that begins with these bytes, until the next call
   */
  public byte[] unpack(byte[] payload, int length) {
    if (length < 0 || length > Packer.MAX_BYTES) {
      throw new IllegalArgumentException("a bundle of " + length + " bytes");
    }
    if (unpack(context(), payload, length) != length) {
      throw new IllegalArgumentException("a bundle is shorter than its header says");
    }
    return bytes;
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }

  private long unpack(ZstdDecompressCtx open, byte[] payload, int length) {
    try {
      return open.decompressByteArray(bytes, 0, length, payload, 0, payload.length);
    } catch (ZstdException e) {
      throw new IllegalArgumentException("a bundle cannot be unpacked", e);
    }
  }

  private ZstdDecompressCtx context() {
    ZstdDecompressCtx open = context;
    if (open == null) {
      open = new ZstdDecompressCtx();
      context = open;
      bytes = new byte[Packer.MAX_BYTES];
    }
    return open;
  }
}
