package dev.natsfleet.local.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A hash of files and words. */
final class InputDigest {

  private static final int DIGITS = 20;

  private InputDigest() {}

  /** The hash of the names and contents of these files, and of these words. */
  static String of(List<Path> files, String... words) {
    MessageDigest digest = sha256();
    for (String word : words) {
      digest.update((word + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (Path file : files) {
      digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(read(file));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
