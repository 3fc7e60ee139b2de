package dev.natsfleet.bench.process;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A new, empty broker and the programs around it, in a directory that nothing else uses. */
public final class Testbed implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CONNECTIONS = Pattern.compile("\"connections\": *(\\d+)");

  private final Path directory;
  private final int port = freePort();
  private final int monitor = freePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, MeasuredProgram> measuredPrograms = new LinkedHashMap<>();
  private final List<MeasuredProgram> ended = new ArrayList<>();
  private final Thread onSignal = new Thread(this::stopAll);

  /** Empties the directory and starts the broker in it. */
  public Testbed(Path directory) throws Exception {
    this.directory = directory;
    Runtime.getRuntime().addShutdownHook(onSignal);
    delete(directory);
    for (String part : List.of("in", "out", "log", "broker")) {
      Files.createDirectories(directory.resolve(part));
    }
    startBroker();
  }

  /** A directory or file of this testbed. */
  public Path at(String path) {
    return directory.resolve(path);
  }

  /** Where clients connect. */
  public String url() {
    return "nats://127.0.0.1:" + port;
  }

  /** Starts the broker and waits until it accepts connections. */
  public void startBroker() throws Exception {
    String[] flags = {"-a", "127.0.0.1", "-p", "" + port, "-m", "" + monitor, "-js", "-sd"};
    List<String> command = new ArrayList<>(List.of(ProgramPaths.tool("nats-server")));
    command.addAll(List.of(flags));
    command.add(at("broker").toString());
    start("nats-server", command, Map.of());
    BenchAwait.until("nats-server accepts no connection", PATIENCE, this::isAccepting);
  }

  /**
   * Starts a program; {@link #programs()} then shows it in place of an earlier one of the same
   * name.
   */
  public MeasuredProgram start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    MeasuredProgram measuredProgram =
        new MeasuredProgram(name, command, environment, at("log/" + name + ".log"));
    MeasuredProgram before = measuredPrograms.put(name, measuredProgram);
    if (before != null) {
      ended.add(before);
    }
    return measuredProgram;
  }

  /** The current programs, the broker first. */
  public List<MeasuredProgram> programs() {
    return List.copyOf(measuredPrograms.values());
  }

  /** A program by its name. */
  public MeasuredProgram program(String name) {
    MeasuredProgram measuredProgram = measuredPrograms.get(name);
    if (measuredProgram == null) {
      throw new IllegalArgumentException("no program " + name);
    }
    return measuredProgram;
  }

  /** Waits until this many clients are connected. */
  public void awaitConnections(int count) throws Exception {
    BenchAwait.until(
        count + " clients do not connect, see " + at("log"),
        PATIENCE,
        () -> connections() >= count);
  }

  /** Waits until a stream has a consumer. */
  public void awaitConsumer(String stream) throws Exception {
    streams(
        streams -> {
          BenchAwait.until(
              stream + " has no consumer, see " + at("log"),
              PATIENCE,
              () -> streams.getStreamNames().contains(stream) && consumers(streams, stream) > 0);
          return true;
        });
  }

  /** Makes a call to the broker's JetStream management. */
  public <T> T streams(StreamCall<T> streamCall) throws Exception {
    Connection connection = Nats.connect(new Options.Builder().server(url()).build());
    try {
      return streamCall.ask(connection.jetStreamManagement());
    } finally {
      connection.close();
    }
  }

  /** A call to JetStream management. */
  @FunctionalInterface
  public interface StreamCall<T> {
    /** Makes the call. */
    T ask(JetStreamManagement streams) throws Exception;
  }

  /** Output files sorted by name, without hidden files. */
  public List<Path> outputs() throws IOException {
    try (Stream<Path> all = Files.walk(at("out"))) {
      return all.filter(Files::isRegularFile).filter(Testbed::isOutput).sorted().toList();
    }
  }

  private static boolean isOutput(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  /** Bytes in all output files. */
  public long written() throws IOException {
    long sum = 0;
    for (Path output : outputs()) {
      sum += Files.size(output);
    }
    return sum;
  }

  /** Waits until the outputs have this many bytes; fails at once if a program has ended. */
  public void awaitWritten(long bytes, Duration patience) throws Exception {
    BenchAwait.until(
        "the output does not reach " + bytes + " bytes",
        patience,
        () -> {
          for (MeasuredProgram measuredProgram : measuredPrograms.values()) {
            if (!measuredProgram.isAlive()) {
              throw new IOException(measuredProgram.name() + " has ended, see " + at("log"));
            }
          }
          return written() >= bytes;
        });
  }

  /** Ends every program, the newest first, and removes what they wrote. */
  @Override
  public void close() throws IOException {
    stopAll();
    http.close();
    delete(directory);
  }

  private void stopAll() {
    List.copyOf(measuredPrograms.values()).reversed().forEach(MeasuredProgram::close);
    ended.forEach(MeasuredProgram::close);
  }

  private static long consumers(JetStreamManagement streams, String stream) throws Exception {
    return streams.getStreamInfo(stream).getStreamState().getConsumerCount();
  }

  private boolean isAccepting() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** The number of connected clients; -1 while the broker does not answer. */
  private int connections() throws InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + monitor + "/varz")).build();
    try {
      String answer = http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
      Matcher count = CONNECTIONS.matcher(answer);
      return count.find() ? Integer.parseInt(count.group(1)) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
