package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What the kubelet does in {@code /var/log} for containers of one namespace: the steps of its
 * {@code rotateLog}, and those that begin and end a pod.
 */
final class Kubelet {

  private final Path directory;
  private int rotations;

  Kubelet(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(containers());
  }

  /** Where the links to the logs of all containers are. */
  Path containers() {
    return directory.resolve("containers");
  }

  /** Starts a container that was restarted so often; its log is linked when it has lines. */
  LogWriter start(String pod, int restarts, int lines) throws IOException {
    Path files = directory.resolve("pods/shop_%s_7d1f/app".formatted(pod));
    Path log = Files.createDirectories(files).resolve(restarts + ".log");
    LogWriter writer = new LogWriter(log, restarts);
    writer.lines(lines);
    Files.createSymbolicLink(link(pod), log);
    return writer;
  }

  /** Deletes a pod: its logs first, as the links of dead containers are swept later. */
  void delete(String pod) throws IOException {
    Path files = directory.resolve("pods/shop_%s_7d1f/app".formatted(pod));
    for (Path file : list(files)) {
      Files.delete(file);
    }
    Files.delete(files);
    Files.delete(files.getParent());
    Files.delete(link(pod));
  }

  /**
   * Packs the rotated logs that are not packed, then renames the log; the runtime makes another.
   */
  void rotate(LogWriter log) throws IOException {
    for (Path file : list(log.file().resolveSibling(".").normalize())) {
      boolean rotated = name(file).startsWith(name(log.file()) + ".");
      if (rotated && !file.toString().endsWith(".gz")) {
        pack(file);
      }
    }
    Path rotated = Path.of("%s.20261130-1015%02d".formatted(log.file(), ++rotations));
    Files.move(log.file(), rotated);
    Files.createFile(log.file());
  }

  private static void pack(Path file) throws IOException {
    Path half = Path.of(file + ".tmp");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(half))) {
      Files.copy(file, out);
    }
    Files.move(half, Path.of(file + ".gz"), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(file);
  }

  private Path link(String pod) {
    return containers().resolve(pod + "_shop_app-8f7ce1.log");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<Path> list(Path files) throws IOException {
    try (Stream<Path> all = Files.list(files)) {
      return all.sorted().toList();
    }
  }
}
