package dev.natsfleet.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.proc.PosixSignal;
import dev.natsfleet.local.servers.LoopbackAddress;
import dev.natsfleet.local.servers.PinnedTool;
import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@Timeout(60)
class PairwiseDeliveryTest {

  @TempDir private Path directory;
  private final LoopbackAddress first = LoopbackAddress.claim();
  private final LoopbackAddress second = LoopbackAddress.claim();

  @AfterEach
  void release() {
    first.close();
    second.close();
  }

  @Test
  void shouldFindNothingMissingInAMesh() {
    try (ServerProcess one = server(first, second);
        ServerProcess two = server(second, first)) {
      assertThat(PairwiseDelivery.missing(List.of(url(first), url(second)), Duration.ofSeconds(20)))
          .isEmpty();
      assertThat(one.process().isAlive() && two.process().isAlive()).isTrue();
    }
  }

  @Test
  void shouldNameThePairsBetweenTwoIslands() {
    try (ServerProcess one = server(first, first);
        ServerProcess two = server(second, second)) {
      assertThat(PairwiseDelivery.missing(List.of(url(first), url(second)), Duration.ofMillis(300)))
          .containsExactlyInAnyOrder(
              new ServerPair(url(first), url(second)), new ServerPair(url(second), url(first)));
      assertThat(one.process().isAlive() && two.process().isAlive()).isTrue();
    }
  }

  @Test
  void shouldMeasureForHowLongASubscriberHeardNothing() throws Exception {
    try (ServerProcess one = server(first, second);
        ServerProcess two = server(second, first)) {
      try (DeliveryGapProbe probe = DeliveryGapProbe.start(url(first), url(second))) {

        PosixSignal.STOP.send(List.of(one.process().toHandle()));
        awaitGap(probe, Duration.ofMillis(500));
        PosixSignal.CONT.send(List.of(one.process().toHandle()));

        assertThat(two.process().isAlive()).isTrue();
        assertThat(probe.longestGap()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
      }
    }
  }

  private static void awaitGap(DeliveryGapProbe probe, Duration atLeast) {
    while (probe.longestGap().compareTo(atLeast) < 0) {
      Thread.onSpinWait();
    }
  }

  private ServerProcess server(LoopbackAddress own, LoopbackAddress peer) {
    ServerProcess process =
        ServerProcess.start(
            new ServerCommand(
                "nats-server",
                List.of(
                    PinnedTool.NATS_SERVER.path().toString(),
                    "--addr=" + own.address(),
                    "--port=4222",
                    "--cluster_name=crossing",
                    "--cluster=nats://" + own.address() + ":6222",
                    "--cluster_advertise=" + own.address() + ":6222",
                    "--routes=nats://" + peer.address() + ":6222"),
                directory.resolve(own.address())));
    return process.awaitReady(() -> isListening(own), Duration.ofSeconds(30));
  }

  private static boolean isListening(LoopbackAddress at) {
    try (Socket socket = new Socket(at.address(), 4222)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String url(LoopbackAddress loopbackAddress) {
    return "nats://" + loopbackAddress.address() + ":4222";
  }
}
