package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.Status;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import org.junit.jupiter.api.Test;

class ShipperReportTest {

  private static final int WIDTH = 100;

  @Test
  void shouldShowPeopleWhatTheJsonSays() throws JsonParseException {
    // When
    String table = ShipperTable.render(json(100), json(300), 2);

    // Then
    assertThat(table)
        .contains("connected, 99 messages stored, 2 doubts, 31 messages sent again")
        .contains("window: 12 of 2048 messages, 4096 of 8388608 bytes; checkpoint in 0.012 s")
        .containsPattern("/var/log/\"a\".b.log +3 +4 +4096 +1[.]3 +300 +100 +7[+]2[?]");
    assertThat(table.lines()).allMatch(line -> line.length() <= WIDTH);
  }

  @Test
  void shouldShowNoRateOfALogThatIsNew() throws JsonParseException {
    // When
    String table = ShipperTable.render(parsed(Samples.shipper()), json(300), 1);

    // Then
    assertThat(table).containsPattern(" 300 +0 ");
  }

  private static JsonValue json(long lines) throws JsonParseException {
    return parsed(Samples.shipper(Samples.log(lines)));
  }

  private static JsonValue parsed(Status status) throws JsonParseException {
    return JsonParser.parse(ShipperJson.of(status).toJson());
  }
}
