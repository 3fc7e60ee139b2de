package dev.natsfleet.logs.receiver.retention;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A compressed file that is there before its original was compressed: by a program that was killed
 * before it deleted the original, by another receiver, or by somebody else, who wants to keep it.
 */
final class PackedFile {

  private static final int BUFFER = 64 * 1024;

  private PackedFile() {}

  /** Throws FileAlreadyExistsException unless the compressed file holds what the original does. */
  static void requireSame(Path packed, Path original) throws IOException {
    if (!Files.isRegularFile(packed) || !isSame(packed, original)) {
      throw new FileAlreadyExistsException(
          packed.toString(),
          original.toString(),
          "it holds something else than the file that would be compressed into it; move it away");
    }
  }

  private static boolean isSame(Path packed, Path original) throws IOException {
    try (InputStream left = new BufferedInputStream(unpack(packed), BUFFER);
        InputStream right = new BufferedInputStream(Files.newInputStream(original), BUFFER)) {
      int next = left.read();
      while (next >= 0 && next == right.read()) {
        next = left.read();
      }
      return next < 0 && right.read() < 0;
    } catch (ZipException | EOFException e) {
      return false; // damaged, or not finished yet
    }
  }

  private static InputStream unpack(Path packed) throws IOException {
    return new GZIPInputStream(Files.newInputStream(packed), BUFFER);
  }
}
