package dev.natsfleet.local.proc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The environment a process was started with, as Linux shows it ({@code proc_pid_environ(5)}). */
final class Environ {

  private Environ() {}

  /** Empty for a process that has gone, is a zombie or a kernel thread, or is another user's. */
  static List<String> of(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    String text = read(proc.resolve("environ"));
    while (text.isEmpty() && insideExec(proc)) {
      Thread.onSpinWait();
      text = read(proc.resolve("environ"));
    }
    return Arrays.asList(text.split("\0"));
  }

  /** Between two programs a process has an executable and neither arguments nor environment. */
  private static boolean insideExec(Path proc) {
    return read(proc.resolve("cmdline")).isEmpty()
        && Files.exists(proc.resolve("exe"))
        && read(proc.resolve("environ")).isEmpty();
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
