package dev.natsfleet.logs.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Random;

/**
 * Writes a log and remembers all of it. Each line has its counter, a random body and its own hash.
 * The file is opened anew for each write, as a writer does that was told to reopen.
 */
final class LogWriter {

  private final Path file;
  private final Random random;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long counter;
  private String lastLine = "";

  LogWriter(Path file, long seed) {
    this.file = file;
    this.random = new Random(seed);
  }

  void lines(int count) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      lines.writeBytes(line(20 + random.nextInt(80)).getBytes(StandardCharsets.US_ASCII));
    }
    bytes(lines.toByteArray());
  }

  /** Lines of many kilobytes, of which few fill a window. */
  void longLines(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      bytes(line(2_000 + random.nextInt(6_000)).getBytes(StandardCharsets.US_ASCII));
    }
  }

  void bytes(byte[] bytes) throws IOException {
    written.writeBytes(bytes);
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(bytes);
    }
  }

  /** For another thread. */
  void unchecked(int count) {
    try {
      lines(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts bytes as written that another stream writes. */
  void remember(byte[] bytes) {
    written.writeBytes(bytes);
  }

  /** The last line that was written, without its end. */
  String lastLine() {
    return lastLine;
  }

  byte[] written() {
    return written.toByteArray();
  }

  Path file() {
    return file;
  }

  Random random() {
    return random;
  }

  private String line(int size) {
    byte[] body = new byte[size];
    random.nextBytes(body);
    String text = file.getFileName() + " " + counter++ + " " + HexFormat.of().formatHex(body);
    lastLine = text + " " + Integer.toHexString(text.hashCode());
    return lastLine + "\n";
  }
}
