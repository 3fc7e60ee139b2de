package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.jvm.AotCache;
import dev.natsfleet.local.jvm.ClassPath;
import dev.natsfleet.local.jvm.JavaProgram;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The AOT caches of both programs. Tests start them some hundreds of times, and a start costs half
 * as much with one. They are recorded once per build, in a run of both programs before the first
 * that a test asks for; other processes with tests go without until then.
 */
final class LauncherCache {

  static final LauncherCache SHIPPER =
      new LauncherCache("shipper", "dev.natsfleet.logs.shipper.ShipperMain");
  static final LauncherCache RECEIVER =
      new LauncherCache("receiver", "dev.natsfleet.logs.receiver.ReceiverMain");

  private static final AtomicBoolean ASKED = new AtomicBoolean();
  private final String launcher;
  private final AotCache cache;

  private LauncherCache(String program, String main) {
    Path logs = ProgramRun.root().resolve("logs").toAbsolutePath().normalize();
    Path module = logs.resolve(program);
    this.launcher = "natsfleet-" + program;
    this.cache =
        AotCache.of(
            new JavaProgram(main, ClassPath.ofModule(module), List.of()),
            module.resolve("target/aot"),
            logs.resolve("bin/launch.bash"),
            logs.resolve("bin").resolve(launcher));
  }

  /** Options of the JVM for a program's fastest start; empty while there is no cache. */
  static String optionsOf(String launcher) throws IOException {
    if (ASKED.compareAndSet(false, true)) {
      recordUnlessRecorded();
    }
    for (LauncherCache one : List.of(SHIPPER, RECEIVER)) {
      if (one.launcher.equals(launcher) && one.cache.isComplete()) {
        return one.options();
      }
    }
    return "";
  }

  /** One process records, and holds a lock as long; the lock ends with it. */
  private static void recordUnlessRecorded() throws IOException {
    Path lock = SHIPPER.cache.file().resolveSibling("lock");
    Files.createDirectories(lock.getParent());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held != null && !(SHIPPER.cache.isComplete() && RECEIVER.cache.isComplete())) {
        SHIPPER.removeFormer();
        RECEIVER.removeFormer();
        RecordingRun.run();
      }
    }
  }

  /** Deletes the caches of earlier builds, some 30 MB each; who uses one keeps it open. */
  private void removeFormer() throws IOException {
    Path directory = cache.file().resolveSibling("");
    Files.createDirectories(directory);
    try (DirectoryStream<Path> former = Files.newDirectoryStream(directory, "*.aot")) {
      for (Path file : former) {
        if (!file.equals(cache.file())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Options that use the cache, or record it at the end of the program if there is none. */
  String options() {
    JavaProgram program = cache.program();
    return "-cp " + program.classPath() + " " + String.join(" ", program.flags());
  }
}
