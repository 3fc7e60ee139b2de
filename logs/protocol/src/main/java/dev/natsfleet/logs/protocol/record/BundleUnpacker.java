package dev.natsfleet.logs.protocol.record;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks payloads of bundle mode. Keeps one context and one buffer from the first bundle on; one
 * thread uses it.
 */
public final class BundleUnpacker implements AutoCloseable {

  private @Nullable ZstdDecompressCtx context;
  private byte[] bytes = new byte[0];

  /**
   * Unpacks a payload that covers {@code length} bytes, by {@link RecordHeader#length}. Throws
   * IllegalArgumentException when it does not.
   *
   * @return a buffer that begins with these bytes, until the next call
   */
  public byte[] unpack(byte[] payload, int length) {
    if (length < 0 || length > BundlePacker.MAX_BYTES) {
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
      bytes = new byte[BundlePacker.MAX_BYTES];
    }
    return open;
  }
}
