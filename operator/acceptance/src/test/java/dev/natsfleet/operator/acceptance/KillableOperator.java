package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.fleet.ProjectPrograms;
import dev.natsfleet.local.servers.LoopbackAddress;
import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The operator as its image runs it; can be killed and started again. */
final class KillableOperator {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final LoopbackAddress loopback;
  private final ServerCommand command;
  private final HttpClient http = HttpClient.newHttpClient();
  private ServerProcess process;

  private KillableOperator(LoopbackAddress loopback, ServerCommand command) {
    this.loopback = loopback;
    this.command = command;
    this.process = ServerProcess.start(command);
  }

  /**
   * Starts it and waits until it is healthy.
   *
   * @param environment where Kubernetes and AWS are
   */
  static KillableOperator start(Map<String, String> environment, Path directory) {
    LoopbackAddress loopback = LoopbackAddress.claim();
    Map<String, String> all = new HashMap<>(environment);
    all.put("NATSFLEET_HTTP_ADDRESS", loopback.address());
    ServerCommand command =
        new ServerCommand("operator", ProjectPrograms.operator().command(), all, directory);
    KillableOperator operator = new KillableOperator(loopback, command);
    operator.awaitHealthy();
    return operator;
  }

  /** {@code kill -9}. */
  void kill() {
    process.close();
  }

  /** SIGTERM, and a wait for its end. */
  void stop() {
    process.stop(START_LIMIT);
  }

  /** Whether it says that it acts. */
  boolean isLeader() {
    return counts().samples().getOrDefault("natsfleet_operator_leader", 0.0) == 1;
  }

  Process process() {
    return process.process();
  }

  /** {@code kill -9}, and a new start. */
  void killAndRestart() {
    process.close();
    process = ServerProcess.start(command);
  }

  void awaitHealthy() {
    process.awaitReady(() -> status("/healthz") == 200, START_LIMIT);
  }

  /** Its counters since its start. */
  OperatorCounts counts() {
    return OperatorCounts.parse(get("/metrics"));
  }

  private int status(String path) {
    try {
      return http.send(request(path), BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String get(String path) {
    try {
      return http.send(request(path), BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " of the operator, whose log is " + process.log(), e);
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + loopback.address() + ":8080" + path))
        .timeout(Duration.ofSeconds(5))
        .build();
  }
}
