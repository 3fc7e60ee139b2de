package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes the server's settings while a shipper ships, and changes them back. */
@Tag("server")
class ServerChangeTest {

  private static final String JETSTREAM = "enabled";
  private static final String ALL = "\">\"";

  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    set(JETSTREAM, ALL, "");
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).userInfo("app", "secret"),
            "include changed.conf\n");
    broker.ask(connection -> connection.jetStreamManagement().addStream(Broker.stream()));
    String url = broker.url().replace("nats://", "nats://app:secret@");
    pipeline = new Pipeline(directory, broker, "NATS_URL=" + url, "SHIPPER_ACK_WAIT=300ms");
    app = pipeline.writer("app.log", 1);
    app.lines(10);
    pipeline.check(app);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldGoOnWhenJetStreamIsBack() throws Exception {
    set(JETSTREAM, ALL, "jetstream: false\n");
    pipeline.broker().reload();
    app.lines(10);
    awaitSaying("start nats-server with -js");

    set(JETSTREAM, ALL, "");
    pipeline.broker().reload();

    pipeline.check(app);
  }

  @Test
  void shouldGoOnWhenItMayPublishAgain() throws Exception {
    set(JETSTREAM, "{ deny: \"shipper.>\" }", "");
    pipeline.broker().reload();
    app.lines(10);
    awaitSaying("Permissions Violation");

    set(JETSTREAM, ALL, "");
    pipeline.broker().reload();

    pipeline.check(app);
  }

  @Test
  void shouldSayThatTheAccountIsFullAndGoOnWhenItMayHoldMore() throws Exception {
    set("{ max_file: 20KB }", ALL, "");
    pipeline.broker().terminate();
    pipeline.broker().start();
    app.lines(1_000);
    awaitSaying("resource limits exceeded for account (10002): raise the account's max_file");

    set(JETSTREAM, ALL, "");
    pipeline.broker().terminate();
    pipeline.broker().start();

    pipeline.check(app);
  }

  private void awaitSaying(String words) throws Exception {
    Await.until(Pipeline.PATIENCE, () -> pipeline.said().contains(words), () -> pipeline.said());
  }

  private void set(String jetStream, String publish, String more) throws IOException {
    Files.writeString(
        Files.createDirectories(directory.resolve("nats")).resolve("changed.conf"),
        """
        accounts {
          APP {
            jetstream: %s
            users: [ { user: "app", password: "secret", permissions { publish: %s } } ]
          }
        }
        %s"""
            .formatted(jetStream, publish, more));
  }
}
