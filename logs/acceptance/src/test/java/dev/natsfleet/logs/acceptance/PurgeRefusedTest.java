package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Connection;
import io.nats.client.Options;
import io.nats.client.api.KeyValueEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver whose account may not purge. */
@Tag("server")
class PurgeRefusedTest {

  private static final String USERS =
      """
      authorization { users: [
        { user: receiver, password: secret, permissions: { publish: { deny: "$JS.API.STREAM.PURGE.>" } } }
      ] }
      """;

  @TempDir Path directory;
  private Broker broker;
  private ReceiverProcess receiverProcess;

  @BeforeEach
  void start() throws Exception {
    broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).userInfo("receiver", "secret"),
            USERS);
    receiverProcess =
        new ReceiverProcess(
            broker.url().replace("//", "//receiver:secret@"),
            directory.resolve("one"),
            "SHIPPER_PARTITIONS=2",
            "SHIPPER_READ_PARTITIONS=0,1");
    Await.until(
        ReceiverProcess.PATIENCE,
        () ->
            broker
                .ask(nats -> nats.jetStreamManagement().getStreamNames())
                .containsAll(List.of("LOGS_0", "LOGS_1")),
        () -> "its streams are not there: " + receiverProcess.log());
  }

  @AfterEach
  void end() throws Exception {
    receiverProcess.close();
    broker.close();
  }

  @Test
  void shouldSayHowFarEveryPartitionIsAllTheSame() throws Exception {
    broker.ask(PurgeRefusedTest::publish);

    Await.until(
        ReceiverProcess.PATIENCE,
        () -> position(0).startsWith("5 ") && position(1).startsWith("5 "),
        () -> "it does not say so: " + receiverProcess.log());
    receiverProcess.awaitSaying("purge messages that every copy has; streams fill up meanwhile");
  }

  private static int publish(Connection connection) throws Exception {
    for (int i = 0; i < 5; i++) {
      connection.jetStream().publish("shipper.p0.web", new byte[] {'a'});
      connection.jetStream().publish("shipper.p1.db", new byte[] {'b'});
    }
    return 0;
  }

  private String position(int partition) throws Exception {
    String key = "position." + partition + ".main";
    KeyValueEntry entry = broker.ask(nats -> nats.keyValue("LOGS_receivers").get(key));
    return entry == null ? "" : String.valueOf(entry.getValueAsString());
  }
}
