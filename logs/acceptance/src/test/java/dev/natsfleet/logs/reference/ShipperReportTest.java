package dev.natsfleet.logs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.natsfleet.logs.program.cli.StatusJson;
import dev.natsfleet.logs.shipper.loop.ShipperStatus;
import dev.natsfleet.logs.shipper.report.ShipperJson;
import dev.natsfleet.logs.shipper.report.ShipperStatusTable;
import org.junit.jupiter.api.Test;

class ShipperReportTest {

  private static final int WIDTH = 100;

  @Test
  void shouldShowPeopleWhatTheJsonSays() throws JsonProcessingException {
    // When
    String table = ShipperStatusTable.render(json(100), json(300), 2);

    // Then
    assertThat(table)
        .contains("connected, 99 messages stored, 2 unconfirmed sessions, 31 messages sent again")
        .contains("window: 12 of 2048 messages, 4096 of 8388608 bytes; checkpoint in 0.012 s")
        .containsPattern("/var/log/\"a\".b.log +3 +4 +4096 +1[.]3 +300 +100 +7 or more");
    assertThat(table.lines()).allMatch(line -> line.length() <= WIDTH);
  }

  @Test
  void shouldShowNoRateOfALogThatIsNew() throws JsonProcessingException {
    // When
    String table = ShipperStatusTable.render(parsed(SampleStatuses.shipper()), json(300), 1);

    // Then
    assertThat(table).containsPattern(" 300 +0 ");
  }

  private static JsonNode json(long lines) throws JsonProcessingException {
    return parsed(SampleStatuses.shipper(SampleStatuses.log(lines)));
  }

  private static JsonNode parsed(ShipperStatus shipperStatus) throws JsonProcessingException {
    return StatusJson.parse(ShipperJson.of(shipperStatus).toJson());
  }
}
