package dev.natsfleet.logs.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {

  private static final LogStatus LOG =
      new LogStatus("/var/log/\"a\"\\b.log", 3, 1, 4096, 1.25, 100, 20_000, 15_904, 7);
  private static final Status STATUS =
      new Status(true, 2, "503 \"gone\"", 99, 1, LOG, List.of(LOG));

  @Test
  void shouldShowPeopleWhatTheJsonSays() throws JsonParseException {
    // When
    String table = StatusTable.render(JsonParser.parse(StatusJson.render(STATUS)));

    // Then
    assertThat(table)
        .contains("connected, 99 messages stored, 2 doubts")
        .containsPattern("/var/log/\"a\".b.log +3 +4096 +1[.]3 +100 +20000 +7");
  }

  @Test
  void shouldTellPrometheus() {
    assertThat(Metrics.render(STATUS))
        .contains(
            "natsfleet_shipper_connected 1\n",
            "natsfleet_shipper_all_lag_seconds 1.250\n",
            "natsfleet_shipper_lost_bytes_total{path=\"/var/log/\\\"a\\\"\\\\b.log\"} 7\n");
  }
}
