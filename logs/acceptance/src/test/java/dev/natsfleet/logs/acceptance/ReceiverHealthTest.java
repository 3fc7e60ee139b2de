package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.status.ReceiverStatus.PartitionStatus;
import io.nats.client.Connection;
import io.nats.client.KeyValueManagement;
import io.nats.client.Options;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a receiver cannot do shows in {@code /healthz}, until it can; a stall counts once. */
@Tag("server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiverHealthTest {

  private static final String USERS =
      """
      authorization { users: [
        { user: admin, password: secret },
        { user: receiver, password: secret,
          permissions: { publish: { deny: [
            "$JS.API.STREAM.CREATE.KV_DENIED_receivers", "$JS.API.STREAM.CREATE.KV_LATER_receivers" ] } } }
      ] }
      """;

  private static final String DENIED = "DENIED";

  @TempDir static Path directory;
  private Broker broker;
  private @Nullable ReceiverThread running;

  /**
   * What is in a receiver's way.
   *
   * @param streams of the receiver, and name of the case
   * @param words of {@code /healthz} meanwhile: what, why, and the way out
   * @param stalls of its partition
   */
  private record Obstacle(
      String streams, Change put, Change remove, long stalls, List<String> words) {

    @Override
    public String toString() {
      return streams;
    }
  }

  /** Something that is done to the server, or to the receiver's directory. */
  private interface Change {
    void apply(Connection nats, Path home) throws Exception;
  }

  @BeforeAll
  void open() throws Exception {
    broker = new Broker(directory.resolve("nats"), url -> options(url), USERS);
  }

  @AfterEach
  void stop() throws Exception {
    if (running != null) {
      running.close();
    }
  }

  @AfterAll
  void end() throws Exception {
    broker.close();
  }

  private static Options.Builder options(String url) {
    return new Options.Builder().server(url).userInfo("admin", "secret");
  }

  static List<Obstacle> obstacles() {
    return List.of(
        key("POSITION", "position.0.main", 1, "partition 0: key position.0.main", "delete the key"),
        key("OWNER", "owner.main.0", 1, "partition 0: copy main", "SHIPPER_COPY"),
        key("OTHER", "position.0.other", 1, "partition 0: key position.0.other", "delete the key"),
        file("OUTPUT", "out", "", 1, "partition 0: ", "out"),
        file("LOCKED", "out/.natsfleet-out-%Y", "others", 1, "belongs to the streams"),
        file("JOURNAL", "state/main/partition-0", "", 1, "partition 0: ", "state"),
        new Obstacle(
            "LOSSY",
            (nats, home) -> nats.jetStreamManagement().addStream(lossy()),
            (nats, home) -> nats.jetStreamManagement().deleteStream("LOSSY_0"),
            1,
            List.of("partition 0: stream LOSSY_0")),
        new Obstacle(
            DENIED,
            (nats, home) -> {},
            (nats, home) -> createBucket(nats.keyValueManagement(), DENIED),
            0,
            List.of("bucket DENIED_receivers cannot be looked up or created: ")));
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void shouldNotBeWellWhileSomethingCannotBeDone(Obstacle obstacle) throws Exception {
    Path home = Files.createDirectories(directory.resolve(obstacle.streams()));
    change(obstacle.put(), home);
    ReceiverThread receiver = start(obstacle.streams(), home);
    for (String words : obstacle.words()) {
      receiver.awaitHealth(503, words);
    }

    change(obstacle.remove(), home);

    receiver.awaitHealth(200, "ok");
    assertThat(receiver.status().partitions())
        .extracting(PartitionStatus::totals)
        .allSatisfy(totals -> assertThat(totals.stalls()).isEqualTo(obstacle.stalls()));
  }

  @Test
  void shouldNotBeWellWhileLeasesAndPositionsCannotBeKept() throws Exception {
    String streams = "LATER";
    Path home = Files.createDirectories(directory.resolve(streams));
    change((nats, at) -> createBucket(nats.keyValueManagement(), streams), home);
    ReceiverThread receiver = start(streams, home, "SHIPPER_OWNERSHIP=elastic");
    receiver.awaitHealth(200, "ok");

    change((nats, at) -> nats.keyValueManagement().delete(streams + "_receivers"), home);

    receiver.awaitHealth(503, "leases of copy main cannot be renewed or claimed: ");
    receiver.awaitHealth(503, "cannot keep the bucket of positions and leases: ");
    change((nats, at) -> createBucket(nats.keyValueManagement(), streams), home);
    receiver.awaitHealth(200, "ok");
  }

  private ReceiverThread start(String streams, Path home, String... more) throws Exception {
    String[] settings = Arrays.copyOf(more, more.length + 2);
    settings[more.length] = "SHIPPER_SUBJECT=" + streams;
    settings[more.length + 1] = "SHIPPER_STREAM_TARGET=" + streams;
    running = new ReceiverThread(broker.url().replace("//", "//receiver:secret@"), home, settings);
    return running;
  }

  private void change(Change change, Path home) throws Exception {
    broker.ask(
        nats -> {
          change.apply(nats, home);
          return 0;
        });
  }

  private static Obstacle key(String streams, String key, long stalls, String... words) {
    return new Obstacle(
        streams,
        (nats, home) -> {
          createBucket(nats.keyValueManagement(), streams);
          nats.keyValue(streams + "_receivers").put(key, "nonsense of-others");
        },
        (nats, home) -> nats.keyValue(streams + "_receivers").purge(key),
        stalls,
        List.of(words));
  }

  /** A file where a directory should be, or one with another owner's name. */
  private static Obstacle file(
      String streams, String name, String text, long stalls, String... words) {
    return new Obstacle(
        streams,
        (nats, home) -> {
          Files.createDirectories(home.resolve(name).resolveSibling(""));
          Files.writeString(home.resolve(name), text);
        },
        (nats, home) -> Files.delete(home.resolve(name)),
        stalls,
        List.of(words));
  }

  private static void createBucket(KeyValueManagement buckets, String streams) throws Exception {
    buckets.create(KeyValueConfiguration.builder().name(streams + "_receivers").build());
  }

  private static StreamConfiguration lossy() {
    return StreamConfiguration.builder()
        .name("LOSSY_0")
        .subjects("LOSSY", "LOSSY.p0.>")
        .maxMessages(10)
        .build();
  }
}
