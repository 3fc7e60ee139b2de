package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Options;
import io.nats.client.api.KeyValueEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server takes from a receiver that reads, and gives back: each line is written once. */
@Tag("server")
class ReceiverRecoveryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ALL = "";
  private static final String NO_JETSTREAM = ", permissions: { publish: { deny: \"$JS.>\" } }";

  @TempDir Path directory;
  private final List<String> sent = new ArrayList<>();
  private Broker broker;
  private ReceiverThread receiver;

  @BeforeEach
  void start() throws Exception {
    allow(ALL);
    broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).userInfo("admin", "secret"),
            "include users.conf\n");
    receiver =
        new ReceiverThread(
            broker.url().replace("//", "//receiver:secret@"),
            Files.createDirectories(directory.resolve("one")),
            "SHIPPER_STREAM_TARGET=LOGS");
    receiver.awaitHealth(200, "ok");
    publishLines();
  }

  @AfterEach
  void end() throws Exception {
    receiver.close();
    broker.close();
  }

  @Test
  void shouldGoOnWhenTheServerHasForgottenTheConsumer() throws Exception {
    broker.ask(
        nats -> {
          JetStreamManagement management = nats.jetStreamManagement();
          for (String consumer : management.getConsumerNames(Broker.STREAM)) {
            management.deleteConsumer(Broker.STREAM, consumer);
          }
          return 0;
        });

    publishLines();

    assertThat(received()).isEqualTo(sent);
  }

  @Test
  void shouldGoOnWhenAPermissionIsGivenBack() throws Exception {
    allow(NO_JETSTREAM);
    broker.reload();
    receiver.awaitHealth(503, "");
    allow(ALL);
    broker.reload();

    publishLines();

    receiver.awaitHealth(200, "ok");
    assertThat(received()).isEqualTo(sent);
  }

  @Test
  void shouldGoOnWhenJetStreamIsSwitchedOnAgain() throws Exception {
    Path configuration = directory.resolve("nats/nats.conf");
    String on = Files.readString(configuration);
    Files.writeString(configuration, on.replaceAll("(?m)^jetstream .*$", "jetstream: disabled"));
    broker.reload();
    receiver.awaitHealth(503, "");
    Files.writeString(configuration, on);
    broker.reload();

    publishLines();

    receiver.awaitHealth(200, "ok");
    assertThat(received()).isEqualTo(sent);
  }

  private void allow(String permissions) throws IOException {
    Path users = Files.createDirectories(directory.resolve("nats")).resolve("users.conf");
    Files.writeString(
        users,
        """
        authorization { users: [
          { user: admin, password: secret },
          { user: receiver, password: secret %s }
        ] }
        """
            .formatted(permissions));
  }

  /** Publishes some lines and waits until the copy's position says that they are written. */
  private void publishLines() throws Exception {
    for (int i = 0; i < 3; i++) {
      sent.add("line " + sent.size());
    }
    Await.until(PATIENCE, () -> isAnswered(this::publish), () -> "JetStream does not come back");
    Await.until(
        PATIENCE, () -> isAnswered(this::isWritten), () -> "not written: " + receiver.status());
  }

  private boolean publish(Connection nats) throws Exception {
    long stored =
        nats.jetStreamManagement().getStreamInfo(Broker.STREAM).getStreamState().getLastSequence();
    for (String line : sent.subList((int) stored, sent.size())) {
      nats.jetStream().publish("shipper.p0.web", line.getBytes(StandardCharsets.UTF_8));
    }
    return true;
  }

  private boolean isWritten(Connection nats) throws Exception {
    KeyValueEntry entry = nats.keyValue("LOGS_receivers").get("position.0.main");
    String position = entry == null ? "" : String.valueOf(entry.getValueAsString());
    return position.startsWith(sent.size() + " ");
  }

  private boolean isAnswered(Broker.Question<Boolean> question) throws Exception {
    try {
      return broker.ask(question);
    } catch (IOException | JetStreamApiException e) {
      return false;
    }
  }

  private List<String> received() throws Exception {
    try (Stream<Path> files = Files.list(directory.resolve("one/out/web"))) {
      return Files.readAllLines(files.findFirst().orElseThrow());
    }
  }
}
