package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import io.nats.client.impl.Headers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody publishes what looks like a record of ours and is none: scenario 12, on the wire. */
@Tag("server")
class MalformedMessageTest {

  private static final String SUBJECT = "shipper.p0." + ShipperProcess.HOST;
  private static final String REFUSED =
      "natsfleet_receiver_refused_lines_total\\{partition=\"0\"\\}";
  private static final int BUNDLES = 100;

  @TempDir Path directory;
  private PipelineFixture pipelineFixture;

  @BeforeEach
  void start() throws Exception {
    pipelineFixture = new PipelineFixture(directory, ProgramGauges.LISTEN);
    pipelineFixture.write();
    pipelineFixture.check();
  }

  @AfterEach
  void end() throws Exception {
    pipelineFixture.close();
  }

  @Test
  void shouldRefuseBundlesThatAreNoneAndBringEveryLineAllTheSame() throws Exception {
    // When junk claims the place of the bytes that are still to come, before them and among them
    RecordHeader last = pipelineFixture.broker().last(SUBJECT);
    for (int i = 0; i < BUNDLES; i++) {
      String place = "%d %d %d".formatted(last.generation(), last.end(), 1 + i * i * 1000);
      publish(
          "1 %s %s z 1 %d".formatted(Long.toString(last.file(), 36), place, i + 1), new byte[i]);
      if (i % 10 == 0) {
        pipelineFixture.write(600);
      }
    }

    // Then every line comes, once, and the rest is counted and told
    pipelineFixture.check();
    assertThat(ProgramGauges.metric(pipelineFixture.receiving().log(), REFUSED)).isPositive();
    assertThat(pipelineFixture.receiving().log()).contains("refusing a malformed bundle");
    assertThat(pipelineFixture.receiving().log()).doesNotContain("stalled");
  }

  @Test
  void shouldTakeAHeaderThatCannotBeReadForAnothersLine() throws Exception {
    for (String header : new String[] {"", "1", "2 a 1 0 1 z 1 1", "1 ? 1 0 99999999999 z 1 1"}) {
      publish("shipper.p0.other", header, "line".getBytes(StandardCharsets.US_ASCII));
    }
    pipelineFixture.write();

    pipelineFixture.check();
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> pipelineFixture.receiving().received("other").length == 20,
        () -> pipelineFixture.receiving().log());
  }

  private void publish(String header, byte[] payload) throws Exception {
    publish(SUBJECT, header, payload);
  }

  private void publish(String subject, String header, byte[] payload) throws Exception {
    Headers headers = new Headers().add(RecordCodec.HEADER, header);
    pipelineFixture
        .broker()
        .ask(connection -> connection.jetStream().publish(subject, headers, payload));
  }
}
