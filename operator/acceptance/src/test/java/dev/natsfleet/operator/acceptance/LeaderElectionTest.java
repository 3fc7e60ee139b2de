package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two operators side by side: one acts, and the other when the first no longer can. */
@Tag("server")
class LeaderElectionTest {

  /** Lets a loaded machine start and answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What the operator documents. */
  private static final int LEASE_LOST = 3;

  @BeforeAll
  static void endTheOneWithoutALease() {
    OperatorTestbed.operator().kill();
  }

  /** Other classes find it running. */
  @AfterAll
  static void startTheOneWithoutALease() {
    OperatorTestbed.operator().killAndRestart();
  }

  @Test
  void shouldGoOnWhereAKilledLeaderStopped() {
    try (OperatorReplica first = OperatorReplica.start("killed", "first")) {
      first.awaitLeader(PATIENCE);
      try (OperatorReplica second = OperatorReplica.start("killed", "second");
          TestCluster cluster = TestCluster.apply("handed-over").awaitReady(3)) {
        // Given
        assertThat(second.operator().isLeader()).isFalse();
        assertThat(second.actions()).isZero();

        // When
        cluster.patch("{\"core\":{\"desired\":5}}");
        cluster.await("growing", status -> status.desired() == 5);
        first.operator().kill();

        // Then
        assertThat(second.awaitLeader(PATIENCE)).isLessThan(OperatorReplica.TAKE_OVER);
        cluster.awaitReady(5);
        new ClusterResourceCounts(1, 1, 5, 2, 1).await(cluster);
        assertThat(cluster.seen().desiredCapacity()).isEqualTo(5);
        assertThat(cluster.events("Growing")).hasSizeLessThan(2);
        cluster.delete();
        cluster.awaitGone();
      }
    }
  }

  @Test
  void shouldEndWhenItWakesAfterAnotherTookOver() {
    try (OperatorReplica first = OperatorReplica.start("asleep", "first")) {
      first.awaitLeader(PATIENCE);
      try (OperatorReplica second = OperatorReplica.start("asleep", "second")) {
        // When
        first.signal("STOP");
        second.awaitLeader(PATIENCE);
        first.signal("CONT");

        // Then
        assertThat(first.awaitExit(PATIENCE)).isEqualTo(LEASE_LOST);
        assertThat(second.operator().isLeader()).isTrue();
      }
    }
  }

  @Test
  void shouldEndBeforeAnotherCanBeginWhenTheApiServerDoesNotAnswer() throws IOException {
    try (FreezableRelay relay = relay();
        OperatorReplica first = OperatorReplica.start("cut-off", "first", through(relay))) {
      first.awaitLeader(PATIENCE);
      try (OperatorReplica second = OperatorReplica.start("cut-off", "second")) {
        // When
        relay.freeze();

        // Then
        assertThat(first.awaitExit(PATIENCE)).isEqualTo(LEASE_LOST);
        assertThat(second.operator().isLeader()).isFalse();
        second.awaitLeader(PATIENCE);
      }
    }
  }

  @Test
  void shouldGiveTheLeaseBackWhenItIsAskedToEnd() {
    try (OperatorReplica first = OperatorReplica.start("upgraded", "first")) {
      first.awaitLeader(PATIENCE);
      try (OperatorReplica second = OperatorReplica.start("upgraded", "second")) {
        // When
        first.operator().stop();

        // Then
        assertThat(second.awaitLeader(PATIENCE)).isLessThan(Duration.ofSeconds(8));
      }
    }
  }

  private static FreezableRelay relay() throws IOException {
    String server = server();
    int colon = server.lastIndexOf(':');
    return new FreezableRelay(
        server.substring("https://".length(), colon),
        Integer.parseInt(server.substring(colon + 1)));
  }

  /** The certificate is for another address than that of the relay. */
  private static Map<String, String> through(FreezableRelay relay) throws IOException {
    String text =
        Files.readString(kubeconfig())
            .replace(server(), "https://127.0.0.1:" + relay.port())
            .replaceAll("certificate-authority-data: .*", "insecure-skip-tls-verify: true");
    Path through = OperatorTestbed.directory("kubeconfig-through-relay");
    return Map.of("KUBECONFIG", Files.writeString(through, text).toString());
  }

  private static String server() throws IOException {
    return Files.readString(kubeconfig())
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("server: "))
        .map(line -> line.substring("server: ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static Path kubeconfig() {
    return Path.of(OperatorTestbed.environment().get("KUBECONFIG"));
  }
}
