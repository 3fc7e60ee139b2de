package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receive.Status;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import org.junit.jupiter.api.Test;

class ReceiverReportTest {

  private static final int WIDTH = 100;

  @Test
  void shouldShowPeopleWhatTheJsonSays() throws JsonParseException {
    // When
    String table = ReceiverTable.render(json(1_000, ""), json(1_500, ""), 2);

    // Then
    assertThat(table)
        .startsWith("connected\n")
        .contains("partition 3 (LOGS_3): ours by lease 17; 12 messages wait, 2.5 s behind")
        .containsPattern("web1 +1500 +250 +4[.]9K +4[.]4K +4[.]3K +4[.]2K +120[+]1[?] +600\n");
    assertThat(table.lines()).allMatch(line -> line.length() <= WIDTH);
  }

  @Test
  void shouldShowThatAStockShipperHasNoAccount() throws JsonParseException {
    // Given
    JsonValue stock = parsed(Samples.stock(7));

    // Then
    assertThat(ReceiverTable.render(stock, stock, 1))
        .containsPattern("web1 +7 +0 +– +– +120 +99 +4 +–\n");
  }

  @Test
  void shouldSayWhyAPartitionStalls() throws JsonParseException {
    // When
    String table = ReceiverTable.render(json(1, ""), json(1, "No space left"), 1);

    // Then
    assertThat(table).contains("stalled: No space left");
  }

  private static JsonValue json(long lines, String trouble) throws JsonParseException {
    return parsed(Samples.receiver(lines, trouble));
  }

  private static JsonValue parsed(Status status) throws JsonParseException {
    return JsonParser.parse(ReceiverJson.of(status).toJson());
  }
}
