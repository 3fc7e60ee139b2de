package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Connection;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class StreamMadeAnewTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;
  private Broker broker;

  @BeforeEach
  void start() throws Exception {
    broker = new Broker(directory.resolve("nats"));
    KeyValueConfiguration bucket = KeyValueConfiguration.builder().name("LOGS_receivers").build();
    broker.ask(nats -> nats.keyValueManagement().create(bucket));
  }

  @AfterEach
  void end() throws Exception {
    broker.close();
  }

  @Test
  void shouldGiveANewCopyAllOfAStreamThatIsMadeAnewBeforeItsFirstCommit() throws Exception {
    // Given a copy that was registered behind five lines that are gone, and has written nothing
    broker.ask(nats -> publish(nats, 5));
    broker.ask(nats -> nats.jetStreamManagement().purgeStream(Broker.STREAM));
    ReceiverThread before = receive();
    Await.until(PATIENCE, () -> position().startsWith("5 "), () -> "it is not registered");
    before.close();

    // When
    broker.ask(nats -> nats.jetStreamManagement().deleteStream(Broker.STREAM));
    broker.ask(nats -> nats.jetStreamManagement().addStream(Broker.stream()));
    List<String> lines = broker.ask(nats -> publish(nats, 10));

    // Then
    ReceiverThread after = receive();
    Await.until(PATIENCE, () -> position().startsWith("10 "), () -> "not all is written");
    after.close();
    try (Stream<Path> files = Files.list(directory.resolve("one/out/web"))) {
      assertThat(Files.readAllLines(files.findFirst().orElseThrow())).isEqualTo(lines);
    }
  }

  private ReceiverThread receive() throws Exception {
    Path home = Files.createDirectories(directory.resolve("one"));
    return new ReceiverThread(broker.url(), home, "SHIPPER_STREAM_TARGET=LOGS");
  }

  private String position() throws Exception {
    KeyValueEntry entry =
        broker.ask(nats -> nats.keyValue("LOGS_receivers").get("position.0.main"));
    return entry == null ? "" : String.valueOf(entry.getValueAsString());
  }

  private static List<String> publish(Connection nats, int count) throws Exception {
    List<String> lines = IntStream.range(0, count).mapToObj(i -> "line " + i).toList();
    for (String line : lines) {
      nats.jetStream().publish("shipper.p0.web", line.getBytes(StandardCharsets.UTF_8));
    }
    return lines;
  }
}
