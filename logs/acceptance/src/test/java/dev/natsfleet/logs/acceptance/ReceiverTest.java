package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipper, broker and receiver: scenarios 11 and 12, and copies. A failure names the seed. */
@Tag("server")
class ReceiverTest {

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;
  private LogWriter other;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    app = pipeline.writer("app.log", seed);
    other = pipeline.writer("other.log", seed + 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldBeExactWhenEverythingIsKilledAtOnce() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    write();
    atSomeMoment();

    receiverProcess.process().kill();
    pipeline.broker().kill();
    pipeline.shipper().kill();
    pipeline.broker().start();
    receiverProcess.restart();
    pipeline.restartShipper();
    write();

    check(receiverProcess);
  }

  @Test
  void shouldGiveEachCopyEverythingAndPurgeWhatBothHave() throws Exception {
    // Given two copies
    ReceiverProcess one = pipeline.receiving("one", "SHIPPER_COPY=one");
    ReceiverProcess two = pipeline.receiving("two", "SHIPPER_COPY=two");
    app.lines(10);
    two.check(ShipperProcess.HOST, app);

    // When one of them is away for a while
    two.process().kill();
    write();
    check(one);
    two.restart();

    // Then it gets what it has missed, and the stream keeps no more than a shipper needs
    check(two);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> messages() == 1,
        () -> "both copies have everything, and the stream still has " + messages());
  }

  @Test
  void shouldPutHugeLinesAndGarbageTogetherExactly() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    app.lines(10);
    app.bytes(new byte[5_000_000]);
    byte[] garbage = new byte[200_000];
    random.nextBytes(garbage);
    app.bytes(garbage);
    app.bytes("\r\n\r\n\n\nlone\rreturn\nno end".getBytes(StandardCharsets.US_ASCII));

    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldTakeLinesOfAShipperThatKnowsNoHeaders() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    pipeline
        .broker()
        .ask(
            connection -> {
              connection.jetStream().publish("shipper.p0.Old.host", bytes("first"));
              connection.jetStream().publish("shipper.p0.Old.host", bytes(""));
              connection.jetStream().publish("shipper.p0.a/b", bytes("refused"));
              return connection.jetStream().publish("shipper.p0.Old.host", bytes("last"));
            });

    Await.until(
        ReceiverProcess.PATIENCE,
        () -> receiverProcess.received("Old.host").length >= 12,
        () -> "the lines do not come: " + receiverProcess.log());
    assertThat(receiverProcess.received("Old.host")).isEqualTo(bytes("first\n\nlast\n"));
    assertThat(directory.resolve("one/out/a")).doesNotExist();
    assertThat(receiverProcess.log()).contains("refusing lines of a host with an illegal name");
  }

  private long messages() {
    try {
      return pipeline
          .broker()
          .ask(
              connection ->
                  connection
                      .jetStreamManagement()
                      .getStreamInfo(Broker.STREAM)
                      .getStreamState()
                      .getMsgCount());
    } catch (Exception e) {
      throw new AssertionError("the stream cannot be asked", e);
    }
  }

  private void write() throws Exception {
    app.lines(4_000);
    other.lines(2_000);
  }

  private void check(ReceiverProcess receiverProcess) throws Exception {
    try {
      receiverProcess.check(ShipperProcess.HOST, app, other);
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  private void atSomeMoment() {
    LockSupport.parkNanos(random.nextInt(1_500) * 1_000_000L);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
