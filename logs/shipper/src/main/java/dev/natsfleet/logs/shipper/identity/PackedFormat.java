package dev.natsfleet.logs.shipper.identity;

import java.nio.file.Path;

/** The formats in which a rotation packs files, recognised by the ending of the name. */
public final class PackedFormat {

  private static final String GZIP = ".gz";
  private static final String ZSTD = ".zst";

  private PackedFormat() {}

  /** Whether a path names a packed file. */
  public static boolean isPacked(Path path) {
    return isPacked(path.toString());
  }

  /** Whether a name is one of a packed file. */
  public static boolean isPacked(String name) {
    return isGzip(name) || name.endsWith(ZSTD);
  }

  /** Whether a name is one of a file in gzip format. */
  public static boolean isGzip(String name) {
    return name.endsWith(GZIP);
  }

  /** The name without the ending that packing has added. */
  static String stripped(String name) {
    if (!isPacked(name)) {
      return name;
    }
    return name.substring(0, name.length() - (isGzip(name) ? GZIP : ZSTD).length());
  }
}
