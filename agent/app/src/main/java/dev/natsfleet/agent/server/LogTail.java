package dev.natsfleet.agent.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the newest error in a log of nats-server. */
final class LogTail {

  private static final int BYTES = 8192;

  private LogTail() {}

  /** The last line that is an error, or an empty string. */
  static String lastError(Path log) {
    return lines(log).reversed().stream()
        .filter(line -> line.contains("[ERR]") || line.contains("[FTL]") || line.contains("panic"))
        .findFirst()
        .orElse("");
  }

  private static List<String> lines(Path log) {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - BYTES);
      byte[] tail = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(tail);
      return new String(tail, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of("[ERR] " + log + " cannot be read: " + e.getMessage());
    }
  }
}
