package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver whose server has a name that nobody knows when it starts. */
@Tag("server")
class ReceiverUnresolvedServerTest {

  private static final String NAME = "nats.example.net";

  @TempDir Path directory;
  private Path hosts;
  private Broker broker;
  private ReceiverProcess receiver;

  @BeforeEach
  void start() throws Exception {
    hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 another.example.net\n");
    broker = new Broker(directory.resolve("nats"));
    receiver =
        new ReceiverProcess(
            broker.url().replace("127.0.0.1", NAME),
            directory.resolve("one"),
            "NATSFLEET_JAVA_OPTIONS=-Djdk.net.hosts.file=%s -Dsun.net.inetaddr.negative.ttl=0"
                .formatted(hosts));
    receiver.awaitSaying(NAME);
  }

  @AfterEach
  void end() throws Exception {
    receiver.close();
    broker.close();
  }

  @Test
  void shouldConnectOnceTheNameIsKnown() throws Exception {
    Files.writeString(hosts, "127.0.0.1 " + NAME + "\n");

    receiver.awaitSaying("a partition is ours");
  }

  @Test
  void shouldEndMeanwhileWhenItIsToldTo() throws Exception {
    receiver.process().signal("TERM");

    Await.until(Duration.ofSeconds(10), () -> !receiver.process().isAlive(), () -> receiver.log());
    assertThat(receiver.process().awaitEnd()).isEqualTo(143);
  }
}
