package dev.natsfleet.logs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.natsfleet.logs.program.cli.StatusJson;
import dev.natsfleet.logs.receiver.report.ReceiverJson;
import dev.natsfleet.logs.receiver.report.ReceiverStatusTable;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import org.junit.jupiter.api.Test;

class ReceiverReportTest {

  private static final int WIDTH = 100;

  @Test
  void shouldShowPeopleWhatTheJsonSays() throws JsonProcessingException {
    // When
    String table = ReceiverStatusTable.render(json(1_000, ""), json(1_500, ""), 2);

    // Then
    assertThat(table)
        .startsWith("connected\n")
        .contains("partition 3 (LOGS_3): ours by lease 17; 12 messages wait, 2.5 s behind")
        .containsPattern("web1 +1500 +250 +4[.]9K +4[.]4K +4[.]3K +4[.]2K +120 or more +600\n");
    assertThat(table.lines()).allMatch(line -> line.length() <= WIDTH);
  }

  @Test
  void shouldShowThatAStockShipperHasNoAudit() throws JsonProcessingException {
    // Given
    JsonNode stock = parsed(SampleStatuses.stock(7));

    // Then
    assertThat(ReceiverStatusTable.render(stock, stock, 1))
        .containsPattern("web1 +7 +0 +– +– +120 +99 +4 +–\n");
  }

  @Test
  void shouldSayWhyAPartitionStalls() throws JsonProcessingException {
    // When
    String table = ReceiverStatusTable.render(json(1, ""), json(1, "No space left"), 1);

    // Then
    assertThat(table).contains("fault: No space left");
  }

  private static JsonNode json(long lines, String fault) throws JsonProcessingException {
    return parsed(SampleStatuses.receiver(lines, fault));
  }

  private static JsonNode parsed(ReceiverStatus receiverStatus) throws JsonProcessingException {
    return StatusJson.parse(ReceiverJson.of(receiverStatus).toJson());
  }
}
