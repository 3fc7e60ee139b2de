package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import dev.natsfleet.logs.receive.Status.Totals;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiverReportTest {

  @Test
  void shouldShowPeopleWhatTheJsonSays() throws JsonParseException {
    // When
    String table = ReceiverTable.render(json(1_000, ""), json(1_500, ""), 2);

    // Then
    assertThat(table)
        .startsWith("connected\n")
        .containsPattern("3 moving +12 +2[.]5")
        .containsPattern("web1 +1500 +250 +99");
  }

  @Test
  void shouldSayWhyAPartitionStalls() throws JsonParseException {
    // When
    String table = ReceiverTable.render(json(1, ""), json(1, "No space left"), 1);

    // Then
    assertThat(table).contains("stalled: No space left");
  }

  private static JsonValue json(long lines, String trouble) throws JsonParseException {
    return JsonParser.parse(ReceiverJson.of(status(lines, trouble)).toJson());
  }

  static Status status(long lines, String trouble) {
    HostStatus host = new HostStatus("web1", lines, 99, 1_000);
    Totals totals = new Totals(1, 2, 3, 4, 5, 6, 7, 8, 9, 1.5, 11);
    PartitionStatus one =
        new PartitionStatus(3, "LOGS_3", true, trouble, 42, 12, 0, totals, List.of(host));
    return new Status(1_002.5, true, "main", List.of(one));
  }
}
