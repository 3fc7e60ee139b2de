package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import io.nats.client.Message;
import io.nats.client.Subscription;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subscriber without this project's receiver, as logs/README.md tells what it sees. */
@Tag("server")
class StockConsumerTest {

  private static final int PART = 256 << 10;

  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    app = pipeline.writer("app.log", 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldSeeALongLineInPartsThatSayWhereItBeginsAndEnds() throws Exception {
    app.bytes(("x".repeat(3_000_000) + "\nnext\n").getBytes(StandardCharsets.US_ASCII));

    List<Message> seen = seenBySubscriber();

    int last = seen.size() - 2;
    List<Message> parts = seen.subList(0, last + 1);
    assertThat(text(parts)).isEqualTo("x".repeat(3_000_000));
    assertThat(parts).allMatch(part -> part.getData().length <= PART);
    assertThat(parts).allMatch(part -> isPartial(part) == (parts.indexOf(part) < last));
    assertThat(parts).allMatch(part -> isContinued(part) == (parts.indexOf(part) > 0));
    assertThat(text(seen.subList(last + 1, last + 2))).isEqualTo("next");
  }

  @Test
  void shouldSeeALineInTwoPartsThatIsFinishedLaterThanItWaits() throws Exception {
    app.bytes("half ".getBytes(StandardCharsets.US_ASCII));
    pipeline.check(app); // the stream has it, though it has no end
    app.bytes("whole\n".getBytes(StandardCharsets.US_ASCII));

    List<Message> seen = seenBySubscriber();

    assertThat(seen).extracting(part -> text(List.of(part))).containsExactly("half ", "whole");
    assertThat(seen).extracting(StockConsumerTest::isPartial).containsExactly(true, false);
    assertThat(seen).extracting(StockConsumerTest::isContinued).containsExactly(false, true);
  }

  private List<Message> seenBySubscriber() throws Exception {
    pipeline.check(app);
    return pipeline
        .broker()
        .ask(
            nats -> {
              Subscription subscription = nats.jetStream().subscribe("shipper.>");
              List<Message> seen = new ArrayList<>();
              long count =
                  nats.jetStreamManagement()
                      .getStreamInfo(Broker.STREAM)
                      .getStreamState()
                      .getMsgCount();
              while (seen.size() < count) {
                seen.add(subscription.nextMessage(Duration.ofSeconds(30)));
              }
              return seen;
            });
  }

  private static String text(List<Message> messages) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    messages.forEach(message -> all.writeBytes(message.getData()));
    return all.toString(StandardCharsets.US_ASCII);
  }

  private static boolean isPartial(Message message) {
    return hasFlag(message, RecordFlags.PARTIAL);
  }

  private static boolean isContinued(Message message) {
    return hasFlag(message, RecordFlags.CONTINUED);
  }

  private static boolean hasFlag(Message message, int flag) {
    return RecordCodec.parse(message.getHeaders().getFirst(RecordCodec.HEADER)).has(flag);
  }
}
