package dev.natsfleet.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.SampleSettings;
import dev.natsfleet.values.RecordSample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsRevisionTest {

  static List<String> components() {
    return RecordSample.names(NodeSettings.class).stream()
        .filter(name -> !name.equals("revision"))
        .toList();
  }

  /** A fleet that runs with this revision must find it again: another one would roll its nodes. */
  @Test
  void shouldKeepTheRevisionOfSettingsThatDidNotChange() {
    // Given
    NodeSettings settings =
        SampleSettings.with(Map.of("cluster", "natsfleet.shop.orders", "lameDuckSeconds", 120));

    // When, Then
    assertThat(SettingsRevision.of(settings)).isEqualTo("d11ebce72b");
  }

  @ParameterizedTest
  @MethodSource("components")
  void shouldChangeWithEachComponent(String component) {
    // Given
    NodeSettings filled = RecordSample.filled(NodeSettings.class);
    NodeSettings other = RecordSample.filledBut(NodeSettings.class, component);

    // When, Then
    assertThat(SettingsRevision.of(other)).isNotEqualTo(SettingsRevision.of(filled));
  }

  @Test
  void shouldNotCountTheRevisionItself() {
    // Given
    NodeSettings settings = SampleSettings.ordinary();

    // When, Then
    assertThat(SettingsRevision.of(settings.withRevision("other")))
        .isEqualTo(SettingsRevision.of(settings));
  }
}
