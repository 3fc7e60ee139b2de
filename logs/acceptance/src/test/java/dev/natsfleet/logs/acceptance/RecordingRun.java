package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A run of both programs from their start to SIGTERM, which records their AOT caches. */
final class RecordingRun {

  private static final int LINES = 1_000;

  private RecordingRun() {}

  static void run() throws IOException {
    Path directory = Files.createTempDirectory("natsfleet-aot");
    try {
      ship(directory);
    } catch (Exception e) {
      throw new IOException("the AOT caches of the log programs cannot be recorded", e);
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void ship(Path directory) throws Exception {
    Pipeline pipeline = new Pipeline(directory, options(LauncherCache.SHIPPER));
    try {
      ReceiverProcess receiver = pipeline.receiving("one", options(LauncherCache.RECEIVER));
      LogWriter app = pipeline.writer("app.log", 1);
      app.lines(LINES);
      receiver.check(ShipperProcess.HOST, app);
      for (ChildProcess process : List.of(pipeline.shipper(), receiver.process())) {
        process.terminate();
      }
    } finally {
      pipeline.close();
    }
  }

  private static String options(LauncherCache cache) {
    return "NATSFLEET_JAVA_OPTIONS=" + cache.options();
  }
}
