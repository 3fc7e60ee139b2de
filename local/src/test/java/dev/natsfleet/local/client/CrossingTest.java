package dev.natsfleet.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.proc.Signal;
import dev.natsfleet.local.servers.Loopback;
import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
import dev.natsfleet.local.servers.Tool;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CrossingTest {

  @TempDir private Path directory;
  private final Loopback first = Loopback.claim();
  private final Loopback second = Loopback.claim();

  @AfterEach
  void release() {
    first.close();
    second.close();
  }

  @Test
  void shouldFindNothingMissingInAMesh() {
    try (ServerProcess one = server(first, second);
        ServerProcess two = server(second, first)) {
      assertThat(Crossing.missing(List.of(url(first), url(second)), Duration.ofSeconds(20)))
          .isEmpty();
      assertThat(one.process().isAlive() && two.process().isAlive()).isTrue();
    }
  }

  @Test
  void shouldNameThePairsBetweenTwoIslands() {
    try (ServerProcess one = server(first, first);
        ServerProcess two = server(second, second)) {
      assertThat(Crossing.missing(List.of(url(first), url(second)), Duration.ofMillis(300)))
          .containsExactlyInAnyOrder(
              new Pair(url(first), url(second)), new Pair(url(second), url(first)));
      assertThat(one.process().isAlive() && two.process().isAlive()).isTrue();
    }
  }

  @Test
  void shouldMeasureForHowLongASubscriberHeardNothing() throws Exception {
    try (ServerProcess one = server(first, second);
        ServerProcess two = server(second, first)) {
      try (Listener listener = Listener.start(url(first), url(second))) {

        Signal.STOP.send(List.of(one.process().toHandle()));
        awaitGap(listener, Duration.ofMillis(500));
        Signal.CONT.send(List.of(one.process().toHandle()));

        assertThat(two.process().isAlive()).isTrue();
        assertThat(listener.longestGap()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
      }
    }
  }

  private static void awaitGap(Listener listener, Duration atLeast) {
    while (listener.longestGap().compareTo(atLeast) < 0) {
      Thread.onSpinWait();
    }
  }

  private ServerProcess server(Loopback own, Loopback peer) {
    ServerProcess process =
        ServerProcess.start(
            new ServerCommand(
                "nats-server",
                List.of(
                    Tool.NATS_SERVER.path().toString(),
                    "--addr=" + own.address(),
                    "--port=4222",
                    "--cluster_name=crossing",
                    "--cluster=nats://" + own.address() + ":6222",
                    "--cluster_advertise=" + own.address() + ":6222",
                    "--routes=nats://" + peer.address() + ":6222"),
                directory.resolve(own.address())));
    return process.awaitReady(() -> listens(own), Duration.ofSeconds(30));
  }

  private static boolean listens(Loopback at) {
    try (Socket socket = new Socket(at.address(), 4222)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String url(Loopback loopback) {
    return "nats://" + loopback.address() + ":4222";
  }
}
