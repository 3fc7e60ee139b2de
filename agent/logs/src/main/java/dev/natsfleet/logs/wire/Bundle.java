package dev.natsfleet.logs.wire;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** Payload of bundle mode: zstd of a file's own bytes. */
public final class Bundle {

  /** Bytes of a file in one message, at most. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final int LEVEL = 1;

  private Bundle() {}

  /** Room that {@link #pack} may need. */
  public static int bound(int length) {
    return Math.toIntExact(Zstd.compressBound(length));
  }

  /** Packs {@code length} bytes of {@code from} into {@code to}; gives the packed length. */
  public static int pack(byte[] from, int start, int length, byte[] to, int at) {
    return Math.toIntExact(
        Zstd.compressByteArray(to, at, to.length - at, from, start, length, LEVEL));
  }

  /** Unpacks a payload that covers {@code length} bytes, which {@link RecordHeader#length} says. */
  public static byte[] unpack(byte[] payload, int length) {
    if (length < 0 || length > MAX_BYTES) {
      throw new IllegalArgumentException("a bundle of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    if (unpack(payload, bytes) != length) {
      throw new IllegalArgumentException("a bundle is shorter than its header says");
    }
    return bytes;
  }

  private static long unpack(byte[] payload, byte[] bytes) {
    try {
      return Zstd.decompress(bytes, payload);
    } catch (ZstdException e) {
      throw new IllegalArgumentException("a bundle cannot be unpacked", e);
    }
  }
}
