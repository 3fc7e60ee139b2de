package dev.natsfleet.logs.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program says of itself: its metrics, and what the kernel knows of its process. */
final class Gauges {

  /** Lets a program take any free port. */
  static final String LISTEN = "SHIPPER_LISTEN=127.0.0.1:0";

  private static final Pattern ADDRESS = Pattern.compile("listening address=\"[^:]*:(\\d+)\"");

  private Gauges() {}

  static boolean isListening(String said) {
    return ADDRESS.matcher(said).find();
  }

  /** A metric without labels of a program that has said where it listens. */
  static double metric(String said, String name) throws IOException {
    Matcher address = ADDRESS.matcher(said);
    if (!address.find()) {
      throw new IOException("it does not listen: " + said);
    }
    URI uri = URI.create("http://127.0.0.1:" + address.group(1) + "/metrics");
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
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

  /** Most memory that was resident, in MiB. */
  static long residentMiB(Child process) throws IOException {
    String status = Files.readString(proc(process, "status"));
    Matcher peak = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(status);
    return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : Long.MAX_VALUE;
  }

  /** Descriptors that are open. */
  static long descriptors(Child process) throws IOException {
    try (var open = Files.list(proc(process, "fd"))) {
      return open.count();
    }
  }

  private static Path proc(Child process, String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }
}
