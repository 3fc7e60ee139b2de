package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.Owner;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.PartitionStatus;
import io.nats.client.KeyValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers of one copy, each with a directory of its own, between which a partition moves. */
@Tag("server")
class ElasticHandoverTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LEASE = "lease.main.0";

  @TempDir Path directory;
  private final Map<String, ReceiverThread> receivers = new TreeMap<>();
  private final List<String> sent = new ArrayList<>();
  private Broker broker;

  @BeforeEach
  void start() throws Exception {
    broker = Broker.empty(directory.resolve("nats"));
    receive("a");
    awaitOwner("a", 0);
  }

  @AfterEach
  void end() throws Exception {
    for (ReceiverThread receiver : receivers.values()) {
      receiver.close();
    }
    broker.close();
  }

  @Test
  void shouldWriteEachLineOnceWhenAPartitionComesBack() throws Exception {
    receive("b");
    receive("c");
    publishLines();

    for (String next : List.of("b", "a", "c")) {
      handTo(next);
      publishLines();
    }

    assertThat(received()).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void shouldClaimAPartitionAgainWhoseLeaseSomebodyDeleted() throws Exception {
    long before = owner("a").token();

    broker.ask(
        nats -> {
          nats.keyValue("LOGS_receivers").delete(LEASE);
          return 0;
        });

    awaitOwner("a", before);
  }

  private void receive(String name) throws Exception {
    Path home = Files.createDirectories(directory.resolve(name));
    receivers.put(
        name,
        new ReceiverThread(
            broker.url(), home, "SHIPPER_OWNERSHIP=elastic", "SHIPPER_STREAM_TARGET=LOGS"));
  }

  /** As if the next had claimed a lease that was not renewed in time. */
  private void handTo(String next) throws Exception {
    long before =
        receivers.keySet().stream().mapToLong(name -> owner(name).token()).max().orElse(0);
    broker.ask(nats -> nats.keyValue("LOGS_receivers").put(LEASE, next));
    awaitOwner(next, before);
    Await.until(
        PATIENCE,
        () -> receivers.keySet().stream().filter(name -> owner(name).owned()).count() == 1,
        () ->
            "the former owner has not noticed: "
                + receivers.keySet().stream().map(this::status).toList());
  }

  /** Waits until a receiver has the partition by a newer fencing token. */
  private void awaitOwner(String name, long before) throws Exception {
    Await.until(
        PATIENCE,
        () -> owner(name).owned() && owner(name).token() > before,
        () -> "%s does not get the partition: %s".formatted(name, status(name)));
  }

  private Owner owner(String name) {
    return status(name).partitions().stream()
        .map(PartitionStatus::owner)
        .findFirst()
        .orElseGet(() -> new Owner(false, 0, 0));
  }

  private ReceiverStatus status(String name) {
    return Objects.requireNonNull(receivers.get(name), name).status();
  }

  /** Publishes some lines and waits until the copy's position says that they are written. */
  private void publishLines() throws Exception {
    broker.ask(
        nats -> {
          for (int i = 0; i < 3; i++) {
            sent.add("line " + sent.size());
            nats.jetStream()
                .publish("shipper.p0.web", sent.getLast().getBytes(StandardCharsets.UTF_8));
          }
          KeyValue bucket = nats.keyValue("LOGS_receivers");
          Await.until(
              PATIENCE,
              () -> bucket.get("position.0.main").getValueAsString().startsWith(sent.size() + " "),
              () ->
                  "not written: "
                      + receivers.values().stream().map(ReceiverThread::status).toList());
          return 0;
        });
  }

  private List<String> received() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String name : receivers.keySet()) {
      try (Stream<Path> files = Files.list(directory.resolve(name).resolve("out/web"))) {
        for (Path file : files.sorted().toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }
}
