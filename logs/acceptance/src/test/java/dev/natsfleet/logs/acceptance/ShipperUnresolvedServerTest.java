package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The name of the server does not resolve when the shipper starts. */
@Tag("server")
class ShipperUnresolvedServerTest {

  private static final String NAME = "broker.example.net";

  @TempDir Path directory;
  private Path hosts;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 localhost\n");
    Path cache =
        Files.writeString(directory.resolve("security"), "networkaddress.cache.negative.ttl=0\n");
    Broker broker = new Broker(Files.createDirectories(directory.resolve("nats")));
    pipeline =
        new Pipeline(
            directory,
            broker,
            "NATS_URL=" + broker.url().replace("127.0.0.1", NAME),
            "NATSFLEET_JAVA_OPTIONS=-Djdk.net.hosts.file=%s -Djava.security.properties=%s"
                .formatted(hosts, cache));
    app = pipeline.writer("app.log", 1);
    app.lines(10);
    Await.until(
        Pipeline.PATIENCE, () -> pipeline.said().contains("session ended"), () -> pipeline.said());
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipWhenTheNameResolves() throws Exception {
    Files.writeString(hosts, "127.0.0.1 localhost " + NAME + "\n");

    pipeline.check(app);
  }

  @Test
  void shouldEndWhenItIsToldTo() throws Exception {
    pipeline.shipper().signal("TERM");

    Await.until(Pipeline.PATIENCE, () -> !pipeline.shipper().isAlive(), () -> pipeline.said());
  }
}
