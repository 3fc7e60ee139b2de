package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipperReportTest {

  @Test
  void shouldShowPeopleWhatTheJsonSays() throws JsonParseException {
    // When
    String table = ShipperTable.render(json(100), json(300), 2);

    // Then
    assertThat(table)
        .contains("connected, 99 messages stored, 2 doubts")
        .containsPattern("/var/log/\"a\".b.log +3 +4096 +1[.]3 +300 +100 +20000 +7");
  }

  @Test
  void shouldShowNoRateOfALogThatIsNew() throws JsonParseException {
    // Given
    Status nothing = new Status(true, 0, "", 0, 0, log(0), List.of());

    // When
    String table = ShipperTable.render(parsed(nothing), json(300), 1);

    // Then
    assertThat(table).containsPattern(" 300 +0 +20000 ");
  }

  private static JsonValue json(long lines) throws JsonParseException {
    LogStatus log = log(lines);
    return parsed(new Status(true, 2, "503 \"gone\"", 99, 1, log, List.of(log)));
  }

  private static JsonValue parsed(Status status) throws JsonParseException {
    return JsonParser.parse(ShipperJson.of(status).toJson());
  }

  private static LogStatus log(long lines) {
    return new LogStatus("/var/log/\"a\"\\b.log", 3, 1, 4096, 1.25, lines, 20_000, 15_904, 7);
  }
}
