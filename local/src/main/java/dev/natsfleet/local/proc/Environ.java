package dev.natsfleet.local.proc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The environment a process was started with, as Linux shows it ({@code proc_pid_environ(5)}). In
 * the midst of {@code execve} the file is empty, or a byte of something else; it is whole when it
 * is as long as {@code stat} says.
 */
final class Environ {

  /** Fields of {@code stat} after the program's name, which {@code proc(5)} counts from 3. */
  private static final int ENV_START = 50 - 3;

  private static final int ENV_END = 51 - 3;

  /** An execve takes less than a millisecond; a process that hides its environment, for ever. */
  private static final int READS = 1_000;

  private Environ() {}

  /** Empty for a process that has gone, is a zombie or a kernel thread, or is another user's. */
  static List<String> of(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    byte[] environ = read(proc.resolve("environ"));
    for (int i = 0; i < READS && runs(proc) && environ.length != length(proc); i++) {
      Thread.onSpinWait();
      environ = read(proc.resolve("environ"));
    }
    return Arrays.asList(new String(environ, StandardCharsets.UTF_8).split("\0"));
  }

  private static boolean runs(Path proc) {
    return Files.exists(proc.resolve("exe"));
  }

  /**
   * -1 while the process has no environment, which in the midst of execve may look like length 0.
   */
  private static long length(Path proc) {
    String stat = new String(read(proc.resolve("stat")), StandardCharsets.UTF_8);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    if (fields.length <= ENV_END) {
      return -1;
    }
    long length = Long.parseLong(fields[ENV_END]) - Long.parseLong(fields[ENV_START]);
    return length == 0 ? -1 : length;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
