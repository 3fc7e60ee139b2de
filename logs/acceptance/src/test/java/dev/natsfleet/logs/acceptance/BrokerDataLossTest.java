package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 7: the broker loses its tail, or a stream and all that is in it. */
@Tag("server")
class BrokerDataLossTest {

  @TempDir Path directory;
  private PipelineFixture pipelineFixture;

  @BeforeEach
  void start() throws Exception {
    pipelineFixture = new PipelineFixture(directory);
    pipelineFixture.write();
    pipelineFixture.check();
  }

  @AfterEach
  void end() throws Exception {
    pipelineFixture.close();
  }

  @Test
  void shouldGoOnBehindWhatTheBrokerForgot() throws Exception {
    // Given a copy of the store, and a receiver that has read more than the copy has
    Path copy = directory.resolve("older");
    pipelineFixture.broker().terminate();
    ProgramRun.run("cp", "-a", pipelineFixture.broker().store().toString(), copy.toString());
    pipelineFixture.broker().start();
    pipelineFixture.write();
    pipelineFixture.check();

    // When the broker comes back with the copy, in the midst of sending
    pipelineFixture.write();
    pipelineFixture.within(300);
    pipelineFixture.broker().kill();
    ProgramRun.run("rm", "-r", pipelineFixture.broker().store().toString());
    ProgramRun.run("mv", copy.toString(), pipelineFixture.broker().store().toString());
    pipelineFixture.broker().start();
    pipelineFixture.write();

    // Then
    pipelineFixture.check();
  }

  @Test
  void shouldGoOnInAStreamThatWasMadeAnew() throws Exception {
    // When the stream goes away while the receiver runs
    pipelineFixture.write();
    deleteStream();
    pipelineFixture.write();
    pipelineFixture.check();

    // And while it does not, and there is more in the new one than the receiver remembers
    pipelineFixture.receiving().process().kill();
    deleteStream();
    pipelineFixture.pipeline().receiving("two", "SHIPPER_COPY=two");
    pipelineFixture.write();
    pipelineFixture.write();
    pipelineFixture.receiving().restart();

    // Then
    pipelineFixture.check();
  }

  @Test
  void shouldTakeLinesWithoutHeadersOutOfANewStream() throws Exception {
    publish("one", "two");
    awaitLines("one\ntwo\n");
    deleteStream();
    pipelineFixture.receiving().awaitSaying("made anew");

    publish("three");

    awaitLines("one\ntwo\nthree\n");
    assertThat(pipelineFixture.receiving().log()).doesNotContain("are lost");
  }

  private void publish(String... lines) throws Exception {
    pipelineFixture
        .broker()
        .ask(
            connection -> {
              for (String line : lines) {
                connection
                    .jetStream()
                    .publish("shipper.p0.old", line.getBytes(StandardCharsets.US_ASCII));
              }
              return lines.length;
            });
  }

  private void awaitLines(String lines) throws Exception {
    byte[] expected = lines.getBytes(StandardCharsets.US_ASCII);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> pipelineFixture.receiving().received("old").length >= expected.length,
        () -> "they do not come: " + pipelineFixture.receiving().log());
    assertThat(pipelineFixture.receiving().received("old")).isEqualTo(expected);
  }

  private void deleteStream() throws Exception {
    pipelineFixture
        .broker()
        .ask(connection -> connection.jetStreamManagement().deleteStream(Broker.STREAM));
  }
}
