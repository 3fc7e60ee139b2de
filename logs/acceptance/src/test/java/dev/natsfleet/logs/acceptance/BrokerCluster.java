package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import io.nats.client.JetStreamApiException;
import io.nats.client.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Three nats-servers that are one cluster. A route leads over a wire of its own; where a server is
 * behind its wires is not told to the others, who would go there without.
 */
final class BrokerCluster {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * A server that was cut off asks for what it missed again and again; its leader cannot make the
   * snapshot that it needs while it answers such a question, and forces it after a minute
   * (nats-server pull request 7846).
   */
  private static final Duration RECOVERY = Duration.ofMinutes(3);

  private final List<BrokerProcess> brokerProcesses = new ArrayList<>();
  private final List<Integer> monitors = new ArrayList<>();
  private final ServerLinks serverLinks = new ServerLinks();
  private final HttpClient http = HttpClient.newHttpClient();

  BrokerCluster(Path directory) throws Exception {
    List<Integer> routes =
        List.of(BrokerProcess.freePort(), BrokerProcess.freePort(), BrokerProcess.freePort());
    for (int i = 0; i < routes.size(); i++) {
      monitors.add(BrokerProcess.freePort());
      String more =
          """
          server_name: n%1$d
          http: "127.0.0.1:%2$d"
          cluster {
            name: three, listen: "127.0.0.1:%3$d", routes: [%4$s]
            advertise: "127.0.0.1:1", no_advertise: true
          }
          """
                  .formatted(i, monitors.get(i), routes.get(i), serverLinks.routes(i, routes))
              + Broker.AUTHORIZATION;
      brokerProcesses.add(
          new BrokerProcess(directory.resolve("n" + i), BrokerProcess.freePort(), more));
    }
    awaitHealth();
  }

  /** The wires between them. */
  ServerLinks mesh() {
    return serverLinks;
  }

  int count() {
    return brokerProcesses.size();
  }

  BrokerProcess server(int number) {
    return brokerProcesses.get(number);
  }

  String urls() {
    return brokerProcesses.stream()
        .map(brokerProcess -> "nats://" + Broker.USER_INFO + brokerProcess.address())
        .collect(Collectors.joining(","));
  }

  /** Until each says that it and what is on it is current. */
  void awaitHealth() throws Exception {
    for (int monitor : monitors) {
      URI uri = URI.create("http://127.0.0.1:%d/healthz".formatted(monitor));
      Await.until(RECOVERY, () -> isHealthy(uri), () -> uri + " says " + health(uri));
    }
  }

  /** The number of the server that leads a stream; -1 while one is elected. */
  int leader(String stream) throws Exception {
    try {
      String name =
          ask(
              connection ->
                  connection
                      .jetStreamManagement()
                      .getStreamInfo(stream)
                      .getClusterInfo()
                      .getLeader());
      return name == null ? -1 : Integer.parseInt(name.substring(1));
    } catch (IOException | JetStreamApiException e) {
      return -1; // nobody answers for the stream
    }
  }

  void stepDown(String stream) throws Exception {
    stepDown(stream, "");
  }

  /**
   * The number of the server that a program is connected to, which leads the stream from now on.
   */
  int leadWhere(String program, String stream) throws Exception {
    int where = 0;
    while (!get(monitors.get(where), "connz").contains("\"name\": \"" + program)) {
      where++;
    }
    int wanted = where;
    stepDown(stream, "{\"placement\":{\"preferred\":\"n%d\"}}".formatted(wanted));
    Await.until(
        PATIENCE, () -> leader(stream) == wanted, () -> "n%d does not lead".formatted(wanted));
    return wanted;
  }

  void close() throws IOException, InterruptedException {
    http.close();
    for (BrokerProcess brokerProcess : brokerProcesses) {
      brokerProcess.process().close();
    }
    serverLinks.close();
  }

  private void stepDown(String stream, String how) throws Exception {
    Duration patience = Duration.ofSeconds(5);
    byte[] request = how.getBytes(StandardCharsets.US_ASCII);
    ask(c -> c.request("$JS.API.STREAM.LEADER.STEPDOWN." + stream, request, patience));
  }

  private String get(int port, String page) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:%d/%s".formatted(port, page));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private <T> T ask(Broker.Question<T> question) throws Exception {
    return Broker.ask(new Options.Builder().servers(urls().split(",", -1)), question);
  }

  private boolean isHealthy(URI uri) {
    return health(uri).startsWith("200 ");
  }

  /** Status and body of the page, or why there is none. */
  private String health(URI uri) {
    try {
      HttpResponse<String> page =
          http.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
              BodyHandlers.ofString());
      return page.statusCode() + " " + page.body();
    } catch (IOException e) {
      return e.toString(); // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }
}
