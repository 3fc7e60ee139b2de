package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** One receiver process and the files it writes. */
final class ReceiverProcess {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Beginning of a line of the receiver's own, where nobody knows whether bytes are missing. */
  static final String MARKER = "natsfleet-receiver: an unknown number of bytes ";

  private static final int TAIL = 8 << 20; // more than is written at a time

  private final Path output;
  private final ProgramProcess programProcess;

  /** A receiver named after its directory, which it shares with nobody unless settings say so. */
  ReceiverProcess(Broker broker, Path directory, String... settings) throws IOException {
    this(broker.url(), directory, settings);
  }

  /** A receiver that reaches the servers at these URLs. */
  ReceiverProcess(String url, Path directory, String... settings) throws IOException {
    Files.createDirectories(directory);
    Map<String, String> environment = new HashMap<>();
    ProgramProcess.set(
        environment,
        "NATS_URL=" + url,
        "HOSTNAME=" + directory.getFileName(),
        "SHIPPER_SUBJECT=shipper",
        "SHIPPER_STREAM_TARGET=LOGS",
        "SHIPPER_OUTPUT=out-%Y%m%d",
        "SHIPPER_DIRECTORY=" + directory.resolve("out"),
        "SHIPPER_STATE=" + directory.resolve("state"));
    ProgramProcess.set(environment, settings);
    this.output = Path.of(environment.getOrDefault("SHIPPER_DIRECTORY", ""));
    this.programProcess =
        new ProgramProcess("natsfleet-receiver", environment, directory.resolve("receiver.out"));
  }

  ProgramProcess program() {
    return programProcess;
  }

  ChildProcess process() {
    return programProcess.process();
  }

  void restart() throws IOException {
    programProcess.restart();
  }

  void close() throws InterruptedException {
    process().close();
  }

  /** Everything that was written of a host, in the order of its files. */
  byte[] received(String host) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Path files = output.resolve(host);
    if (Files.isDirectory(files)) {
      try (Stream<Path> list = Files.list(files)) {
        for (Path file : list.filter(ReceiverProcess::isOutput).sorted().toList()) {
          all.writeBytes(Files.readAllBytes(file));
        }
      }
    }
    return all.toByteArray();
  }

  /** Hidden files are copies that are being made. */
  private static boolean isOutput(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  /** Waits until a host's files hold exactly what these writers wrote, line by line. */
  void check(String host, LogWriter... writers) throws Exception {
    long total = Arrays.stream(writers).mapToLong(writer -> writer.written().length).sum();
    Await.until(
        PATIENCE,
        () -> size(host) >= total,
        () -> "%s: %d of %d bytes, see %s".formatted(host, size(host), total, log()));
    byte[] received = received(host);
    for (LogWriter writer : writers) {
      byte[] lines = writers.length == 1 ? received : linesOf(writer, received);
      ByteComparison.same(writer.file() + " at " + host, lines, writer.written());
    }
    Assertions.assertThat(received).as("bytes of %s", host).hasSize(Math.toIntExact(total));
  }

  /**
   * Waits until a host's files hold exactly what a writer wrote, and so many lines that say where
   * an unknown number of bytes may be missing.
   */
  void checkAround(int markers, String host, LogWriter writer) throws Exception {
    byte[] written = writer.written();
    Await.until(
        PATIENCE,
        () -> size(host) >= written.length && withoutMarkers(host).length >= written.length,
        () -> "%s: %d bytes, see %s".formatted(host, size(host), log()));
    ByteComparison.same(writer.file() + " at " + host, withoutMarkers(host), written);
    String all = new String(received(host), StandardCharsets.ISO_8859_1);
    Assertions.assertThat(all.lines().filter(line -> line.startsWith(MARKER))).hasSize(markers);
  }

  private byte[] withoutMarkers(String host) throws IOException {
    return new String(received(host), StandardCharsets.ISO_8859_1)
        .replaceAll("(?m)^" + MARKER + ".*\n", "")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where a host's files are. */
  Path output(String host) {
    return output.resolve(host);
  }

  /** Whether a line is at the end of a host's newest file. */
  boolean contains(String host, String line) throws IOException {
    Path files = output.resolve(host);
    if (!Files.isDirectory(files)) {
      return false;
    }
    try (Stream<Path> list = Files.list(files)) {
      Optional<Path> newest = list.filter(ReceiverProcess::isOutput).max(Comparator.naturalOrder());
      return newest.isPresent() && tail(newest.get()).contains(line);
    }
  }

  private static String tail(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, Files.size(file) - TAIL));
      return new String(in.readNBytes(2 * TAIL), StandardCharsets.ISO_8859_1);
    }
  }

  String log() {
    return programProcess.said();
  }

  /** Waits until it has said something. */
  void awaitSaying(String words) throws Exception {
    Await.until(
        PATIENCE, () -> log().contains(words), () -> "'%s' is not in %s".formatted(words, log()));
  }

  /** The status code of its health; it has to listen. */
  int health() throws IOException {
    return ProgramGauges.health(log());
  }

  /** Waits until its health has a status code. */
  void awaitHealth(int code) throws Exception {
    Await.until(
        PATIENCE, () -> health() == code, () -> "health is not %d: %s".formatted(code, log()));
  }

  /** Bytes of everything that was written of a host. */
  long size(String host) {
    try (Stream<Path> files = Files.walk(Files.createDirectories(output.resolve(host)))) {
      return files
          .filter(Files::isRegularFile)
          .filter(ReceiverProcess::isOutput)
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Each line begins with the name of its file. */
  private static byte[] linesOf(LogWriter writer, byte[] all) {
    String name = writer.file().getFileName() + " ";
    StringBuilder lines = new StringBuilder();
    new String(all, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith(name))
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
