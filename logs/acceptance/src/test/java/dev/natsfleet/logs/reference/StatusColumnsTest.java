package dev.natsfleet.logs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.natsfleet.logs.program.cli.StatusJson;
import dev.natsfleet.logs.receiver.report.ReceiverStatusTable;
import dev.natsfleet.logs.shipper.report.ShipperStatusTable;
import org.junit.jupiter.api.Test;

/** What {@code status --help} explains is what {@code status} shows. */
class StatusColumnsTest {

  private final JsonNode nothing;

  StatusColumnsTest() throws JsonProcessingException {
    nothing = StatusJson.parse("{}");
  }

  @Test
  void shouldExplainEveryColumn() {
    assertThat(
            unexplained(
                ShipperStatusTable.render(nothing, nothing, 1), "FILE", ShipperStatusTable.COLUMNS))
        .isBlank();
    assertThat(
            unexplained(
                ReceiverStatusTable.render(nothing, nothing, 1),
                "HOST",
                ReceiverStatusTable.COLUMNS))
        .isBlank();
  }

  /** The head of the table without the columns that are explained. */
  private static String unexplained(String table, String first, String columns) {
    String head = table.lines().filter(line -> line.startsWith(first)).findFirst().orElseThrow();
    for (String line : columns.lines().toList()) {
      head = head.replaceFirst(" *" + line.split("  ", -1)[0] + "( |$)", " ");
    }
    return head;
  }
}
