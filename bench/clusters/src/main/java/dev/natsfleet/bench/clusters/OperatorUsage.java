package dev.natsfleet.bench.clusters;

import dev.natsfleet.local.fleet.OperatorProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the operator has used since it started.
 *
 * @param cpuSeconds user and system time of all its threads
 * @param peakMebibytes largest resident size (VmHWM)
 * @param calls of AWS by operation
 */
record OperatorUsage(double cpuSeconds, long peakMebibytes, Map<String, Long> calls) {

  private static final double TICKS_A_SECOND = 100;
  private static final Pattern CALL =
      Pattern.compile(
          "natsfleet_aws_calls_total\\{operation=\"(\\w+)\",result=\"(\\w+)\",.*} ([0-9.]+)");

  static OperatorUsage of(OperatorProcess operator) throws IOException, InterruptedException {
    Path proc = Path.of("/proc", String.valueOf(operator.pid()));
    String stat = Files.readString(proc.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    long peak =
        Files.readAllLines(proc.resolve("status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
            .findFirst()
            .orElseThrow();
    return new OperatorUsage(ticks / TICKS_A_SECOND, peak, calls(metrics(operator)));
  }

  /** What was used since then. */
  OperatorUsage since(OperatorUsage before) {
    Map<String, Long> more = new TreeMap<>(calls);
    before.calls.forEach((call, count) -> more.merge(call, -count, Long::sum));
    more.values().removeIf(count -> count == 0);
    return new OperatorUsage(cpuSeconds - before.cpuSeconds, peakMebibytes, more);
  }

  private static Map<String, Long> calls(String metrics) {
    Map<String, Long> calls = new TreeMap<>();
    Matcher line = CALL.matcher(metrics);
    while (line.find()) {
      String result = line.group(2).equals("ok") ? "" : " " + line.group(2);
      calls.merge(line.group(1) + result, (long) Double.parseDouble(line.group(3)), Long::sum);
    }
    return calls;
  }

  private static String metrics(OperatorProcess operator) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(operator.metrics()).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
