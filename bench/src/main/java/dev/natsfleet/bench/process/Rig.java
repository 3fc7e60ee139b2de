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
public final class Rig implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CONNECTIONS = Pattern.compile("\"connections\": *(\\d+)");

  private final Path directory;
  private final int port = freePort();
  private final int monitor = freePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Program> programs = new LinkedHashMap<>();
  private final List<Program> ended = new ArrayList<>();
  private final Thread onSignal = new Thread(this::end);

  /** Empties the directory and starts the broker in it. */
  public Rig(Path directory) throws Exception {
    this.directory = directory;
    Runtime.getRuntime().addShutdownHook(onSignal);
    delete(directory);
    for (String part : List.of("in", "out", "log", "broker")) {
      Files.createDirectories(directory.resolve(part));
    }
    startBroker();
  }

  /** A directory or file of this rig. */
  public Path at(String path) {
    return directory.resolve(path);
  }

  /** Where clients connect. */
  public String url() {
    return "nats://127.0.0.1:" + port;
  }

  /** Starts the broker and waits until it takes connections. */
  public void startBroker() throws Exception {
    String[] flags = {"-a", "127.0.0.1", "-p", "" + port, "-m", "" + monitor, "-js", "-sd"};
    List<String> command = new ArrayList<>(List.of(Tools.tool("nats-server")));
    command.addAll(List.of(flags));
    command.add(at("broker").toString());
    start("nats-server", command, Map.of());
    Await.until("nats-server is not up", PATIENCE, this::accepts);
  }

  /** Starts a program; one of the same name is replaced in the account. */
  public Program start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    Program program = new Program(name, command, environment, at("log/" + name + ".log"));
    Program before = programs.put(name, program);
    if (before != null) {
      ended.add(before);
    }
    return program;
  }

  /** The programs of now, broker first. */
  public List<Program> programs() {
    return List.copyOf(programs.values());
  }

  /** A program by its name. */
  public Program program(String name) {
    Program program = programs.get(name);
    if (program == null) {
      throw new IllegalArgumentException("no program " + name);
    }
    return program;
  }

  /** Waits until so many clients are connected. */
  public void awaitConnections(int count) throws Exception {
    Await.until(
        count + " clients do not connect, see " + at("log"),
        PATIENCE,
        () -> connections() >= count);
  }

  /** Waits until a stream has a consumer. */
  public void awaitConsumer(String stream) throws Exception {
    manage(
        streams -> {
          Await.until(
              stream + " has no consumer, see " + at("log"),
              PATIENCE,
              () -> streams.getStreamNames().contains(stream) && consumers(streams, stream) > 0);
          return true;
        });
  }

  /** Asks the broker something. */
  public <T> T manage(Question<T> question) throws Exception {
    Connection connection = Nats.connect(new Options.Builder().server(url()).build());
    try {
      return question.ask(connection.jetStreamManagement());
    } finally {
      connection.close();
    }
  }

  /** Something to do with streams. */
  @FunctionalInterface
  public interface Question<T> {
    /** Does it. */
    T ask(JetStreamManagement streams) throws Exception;
  }

  /** Output files in the order of their names, without hidden ones. */
  public List<Path> outputs() throws IOException {
    try (Stream<Path> all = Files.walk(at("out"))) {
      return all.filter(Files::isRegularFile).filter(Rig::isOutput).sorted().toList();
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

  /** Waits until the outputs have so many bytes; fails at once when a program has ended. */
  public void awaitWritten(long bytes, Duration patience) throws Exception {
    Await.until(
        "the output does not come to have " + bytes + " bytes",
        patience,
        () -> {
          for (Program program : programs.values()) {
            if (!program.isAlive()) {
              throw new IOException(program.name() + " has ended, see " + at("log"));
            }
          }
          return written() >= bytes;
        });
  }

  /** Ends every program, newest first; removes what they wrote. */
  @Override
  public void close() throws IOException {
    end();
    http.close();
    delete(directory);
  }

  private void end() {
    List.copyOf(programs.values()).reversed().forEach(Program::close);
    ended.forEach(Program::close);
  }

  private static long consumers(JetStreamManagement streams, String stream) throws Exception {
    return streams.getStreamInfo(stream).getStreamState().getConsumerCount();
  }

  private boolean accepts() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Clients that are connected; -1 while nobody answers. */
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
