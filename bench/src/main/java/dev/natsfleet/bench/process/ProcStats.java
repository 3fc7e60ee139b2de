package dev.natsfleet.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CPU time, memory and descriptors of a process, from {@code /proc}. */
final class ProcStats {

  private static final double TICKS_A_SECOND = 100;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private ProcStats() {}

  /** The cost so far; empty if the process has ended. */
  static Optional<ProcessCost> cost(long pid) throws IOException {
    try {
      Path proc = Path.of("/proc", String.valueOf(pid));
      long peak = peak(Files.readAllLines(proc.resolve("status")));
      String stat = Files.readString(proc.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
      return peak == 0
          ? Optional.empty()
          : Optional.of(new ProcessCost(ticks / TICKS_A_SECOND, peak));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No such process")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The number of open file descriptors. */
  static long descriptors(long pid) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return all.count();
    }
  }

  private static long peak(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
        .findFirst()
        .orElse(0);
  }
}
