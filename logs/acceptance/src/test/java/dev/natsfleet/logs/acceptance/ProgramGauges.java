package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program says of itself: its metrics, and what the kernel knows of its process. */
final class ProgramGauges {

  /** Lets a program take any free port. */
  static final String LISTEN = "SHIPPER_LISTEN=127.0.0.1:0";

  private static final Pattern ADDRESS = Pattern.compile("listening address=\"[^:]*:(\\d+)\"");
  private static final Pattern TICKS =
      Pattern.compile("(?s).*\\)" + " \\S+".repeat(11) + " (\\d+) (\\d+).*");

  private ProgramGauges() {}

  static boolean isListening(String said) {
    return ADDRESS.matcher(said).find();
  }

  /** Whether a program that listens answers within a second. */
  static boolean answers(String said) throws IOException {
    HttpURLConnection connection = open(said);
    connection.setReadTimeout(1_000);
    try {
      return connection.getResponseCode() > 0;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      connection.disconnect();
    }
  }

  /** A metric without labels of a program that has said where it listens. */
  static double metric(String said, String name) throws IOException {
    HttpURLConnection connection = open(said);
    if (connection.getResponseCode() == HttpURLConnection.HTTP_UNAVAILABLE) {
      return Double.NaN; // it is busy
    }
    try (InputStream in = connection.getInputStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher value = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(text);
      if (!value.find()) {
        throw new IOException("no " + name + " in " + text);
      }
      return Double.parseDouble(value.group(1));
    }
  }

  /** The status code of the health of a program that listens. */
  static int health(String said) throws IOException {
    return open(said, "/healthz").getResponseCode();
  }

  private static HttpURLConnection open(String said) throws IOException {
    return open(said, "/metrics");
  }

  private static HttpURLConnection open(String said, String path) throws IOException {
    Matcher address = ADDRESS.matcher(said);
    if (!address.find()) {
      throw new IOException("it does not listen: " + said);
    }
    URI uri = URI.create("http://127.0.0.1:" + address.group(1) + path);
    return (HttpURLConnection) uri.toURL().openConnection();
  }

  /** Neither program ever had more memory resident than it may have. */
  static void assertFlat(ChildProcess shipper, ChildProcess receiver) throws IOException {
    assertThat(residentMiB(shipper)).as("MiB resident, shipper").isLessThanOrEqualTo(96);
    assertThat(residentMiB(receiver)).as("MiB resident, receiver").isLessThanOrEqualTo(128);
  }

  /** Most memory that was resident, in MiB. */
  static long residentMiB(ChildProcess process) throws IOException {
    String status = Files.readString(proc(process, "status"));
    Matcher peak = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(status);
    return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : Long.MAX_VALUE;
  }

  /** Descriptors that are open. */
  static long descriptors(ChildProcess process) throws IOException {
    try (var open = Files.list(proc(process, "fd"))) {
      return open.count();
    }
  }

  /** CPU time so far, in hundredths of a second. */
  static long ticks(ChildProcess process) throws IOException {
    Matcher ticks = TICKS.matcher(Files.readString(proc(process, "stat")));
    return ticks.matches() ? Long.parseLong(ticks.group(1)) + Long.parseLong(ticks.group(2)) : -1;
  }

  private static Path proc(ChildProcess process, String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }
}
