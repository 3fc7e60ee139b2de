package dev.natsfleet.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import dev.natsfleet.values.RecordSample;
import dev.natsfleet.values.ValueCase;
import dev.natsfleet.values.ValueKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of values against the operator: what it takes reaches the nodes, the rest is named. */
class SpecValuesTest {

  private static final ClusterId ID = new ClusterId("shop", "orders");

  static List<ValueCase> sizes() {
    return ValueCase.of(ValueKind.SIZE);
  }

  static List<ValueCase> durations() {
    return ValueCase.of(ValueKind.DURATION);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void shouldReadSizes(ValueCase row) {
    // Given
    NatsClusterSpec spec = spec("maxPayload", row.text());
    long bytes = row.value().orElse(0);

    // When
    List<String> problems = SpecValidator.problems(spec);

    // Then
    if (bytes >= 1 && bytes <= 64 << 20) {
      assertThat(problems).isEmpty();
      assertThat(server(spec).maxPayloadBytes()).isEqualTo(bytes);
    } else {
      assertRefused(row, "spec.server.maxPayload", problems);
    }
  }

  @ParameterizedTest
  @MethodSource("durations")
  void shouldReadDurations(ValueCase row) {
    // Given
    NatsClusterSpec spec = spec("lameDuckDuration", row.text());
    long millis = row.value().orElse(0);

    // When
    List<String> problems = SpecValidator.problems(spec);

    // Then
    if (millis >= 30_000 && millis <= 3_600_000) {
      assertThat(problems).isEmpty();
      assertThat(server(spec).lameDuckSeconds()).isEqualTo(Math.ceilDiv(millis, 1000));
    } else {
      assertRefused(row, "spec.server.lameDuckDuration", problems);
    }
  }

  /** It was documented and taken by the API server, and then stalled the cluster. */
  @Test
  void shouldRunAClusterWithALameDuckOfOneMinuteAndAHalf() {
    // Given
    NatsClusterSpec spec = spec("lameDuckDuration", "1m30s");

    // When, Then
    assertThat(SpecValidator.problems(spec)).isEmpty();
    assertThat(server(spec).lameDuckSeconds()).isEqualTo(90);
  }

  /** They were taken, ignored, and three nodes were restarted for them. */
  @Test
  void shouldRefuseReservedKeysOfServerConfigInAnyCase() {
    // Given
    Map<String, Object> config = Map.of("Port", 9999, "Max_Payload", 123, "JetStream", true);
    NatsClusterSpec spec =
        RecordSample.copy(SampleClusters.nodes(3).spec(), Map.of("config", config));

    // When, Then
    assertThat(SpecValidator.problems(spec))
        .anySatisfy(problem -> assertThat(problem).contains("Port"))
        .anySatisfy(problem -> assertThat(problem).contains("Max_Payload"))
        .anySatisfy(problem -> assertThat(problem).contains("JetStream"));
  }

  private static void assertRefused(ValueCase row, String field, List<String> problems) {
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(field + " " + row.text() + " is ")
        .contains(row.refusal());
  }

  private static ServerSettings server(NatsClusterSpec spec) {
    return SettingsRenderer.render(ID, spec).server();
  }

  private static NatsClusterSpec spec(String field, String text) {
    return RecordSample.copy(SampleClusters.nodes(3).spec(), Map.of(field, text));
  }
}
