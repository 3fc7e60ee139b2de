package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.SampleRows;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("server")
class NodeItemTest {

  @Test
  void shouldKeepTheFormatOfTheReport() {
    // When
    String json = Attributes.text(item(Map.of()), "report");

    // Then: other versions read it
    assertThat(json)
        .isEqualTo(
            """
            {"state":"SERVING","why":"beat 1","routesUp":2,"routesExpected":2,"clients":17,\
            "restarts":1,"configDigest":"sha256:abc",\
            "order":{"id":"order-0","outcome":"DONE","why":""},"linked":"i-2 i-3"}""");
  }

  @Test
  void shouldKeepTheFormatOfOrders() {
    assertThat(JsonAttributes.write(new Order.ApplySettings("o-1", "why", "rev")))
        .isEqualTo(
            "{\"kind\":\"apply-settings\",\"id\":\"o-1\",\"reason\":\"why\",\"revision\":\"rev\"}");
    assertThat(JsonAttributes.write(new Order.Drain("o-2", "why")))
        .isEqualTo("{\"kind\":\"drain\",\"id\":\"o-2\",\"reason\":\"why\"}");
  }

  @Test
  void shouldReadAReportOfANewerAgent() {
    // Given
    String json = "{\"state\":\"SERVING\",\"why\":\"ok\",\"mood\":{\"of\":[1]},\"clients\":3}";

    // Then
    assertThat(report(json))
        .isEqualTo(new NodeReport(NodeState.SERVING, "ok", 0, 0, 3, 0, "", null, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "null",
        "[]",
        "{}",
        "{\"why\":\"no state\"}",
        "{\"state\":null}",
        "{\"state\":\"LEVITATING\"}",
        "{\"state\":\"SERVING\",\"clients\":\"many\"}",
        "{\"state\":\"SERVING\",\"order\":{\"id\":\"o-1\"}}"
      })
  void shouldCountAReportThatCannotBeReadAsDegraded(String json) {
    // When
    NodeReport report = report(json);

    // Then
    assertThat(report.state()).isEqualTo(NodeState.DEGRADED);
    assertThat(report.why()).startsWith("the report cannot be read: ");
    assertThat(report.routesUp()).isEqualTo(-1);
  }

  @Test
  void shouldReadAnOrderOfAKindThatItDoesNotKnow() {
    // Given
    String json = "{\"kind\":\"levitate\",\"id\":\"o-1\",\"height\":3}";

    // Then
    assertThat(NodeItem.managed(item(Map.of("order", AttributeValue.fromS(json)))).order())
        .isEqualTo(new Order.Unknown("o-1", "", "levitate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "{\"kind\":\"levitate\"}", "{}"})
  void shouldPassOverAnOrderThatNobodyCouldAnswer(String json) {
    assertThat(NodeItem.managed(item(Map.of("order", AttributeValue.fromS(json)))).order())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"1456000000,1456000000", "1456000000.75,1456000000", "1.456E9,1456000000"})
  void shouldReadWholeSecondsOfAnyNumber(String written, long seconds) {
    // Given
    Map<String, AttributeValue> item =
        Map.of("ip", AttributeValue.fromS("10.0.0.9"), "time", AttributeValue.fromN(written));

    // Then
    assertThat(NodeItem.row(item)).isEqualTo(new NodeRow.Original("10.0.0.9", seconds, "", ""));
  }

  @Test
  void shouldShowARowOfWhichNothingIsRight() {
    // Given
    Map<String, AttributeValue> item =
        Map.of(
            "ip", AttributeValue.fromS("10.0.0.9"),
            "time", AttributeValue.fromS("yesterday"),
            "status", AttributeValue.fromBool(true));

    // Then
    assertThat(NodeItem.row(item)).isEqualTo(new NodeRow.Original("10.0.0.9", 0, "", ""));
  }

  private static NodeReport report(String json) {
    return NodeItem.managed(item(Map.of("report", AttributeValue.fromS(json)))).beat().report();
  }

  private static Map<String, AttributeValue> item(Map<String, AttributeValue> changed) {
    Map<String, AttributeValue> item = new HashMap<>(NodeItem.key("10.0.0.1"));
    item.putAll(
        NodeItem.attributes(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "a"), 1)));
    item.putAll(changed);
    return item;
  }
}
