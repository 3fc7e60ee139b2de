package dev.natsfleet.local.proc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The initial environment of a process, from {@code /proc} ({@code proc_pid_environ(5)}). During
 * {@code execve} the file is empty or has a byte of something else; it is complete when its length
 * is the one in {@code stat}.
 */
final class ProcessEnvironment {

  /**
   * Indexes of fields of {@code stat} after the program's name; {@code proc(5)} numbers the first
   * of them 3.
   */
  private static final int ENV_START = 50 - 3;

  private static final int ENV_END = 51 - 3;

  /**
   * Limit of reads: an execve takes less than a millisecond, but a process can hide its environment
   * for ever.
   */
  private static final int READS = 1_000;

  private ProcessEnvironment() {}

  /**
   * The entries; empty for a process that has ended, is a zombie or a kernel thread, or belongs to
   * another user.
   */
  static List<String> of(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    byte[] environ = read(proc.resolve("environ"));
    for (int i = 0; i < READS && isRunning(proc) && environ.length != length(proc); i++) {
      Thread.onSpinWait();
      environ = read(proc.resolve("environ"));
    }
    return Arrays.asList(new String(environ, StandardCharsets.UTF_8).split("\0"));
  }

  private static boolean isRunning(Path proc) {
    return Files.exists(proc.resolve("exe"));
  }

  /**
   * The length of the environment; -1 while the process has none, which may look like length 0
   * during execve.
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
