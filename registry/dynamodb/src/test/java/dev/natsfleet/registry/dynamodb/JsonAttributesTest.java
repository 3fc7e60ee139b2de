package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.values.RecordSample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class JsonAttributesTest {

  /** As a record looks to which an optional number was added. */
  private record Grown(String name, @Nullable Integer added) {}

  @Test
  void shouldReadAnOptionalNumberThatAnOlderVersionDidNotWrite() throws JsonProcessingException {
    assertThat(JsonAttributes.read("{\"name\":\"n\"}", Grown.class))
        .isEqualTo(new Grown("n", null));
    assertThat(JsonAttributes.read("{\"name\":\"n\",\"added\":null}", Grown.class))
        .isEqualTo(new Grown("n", null));
  }

  @Test
  void shouldLoseNoSetting() throws JsonProcessingException {
    // Given
    NodeSettings settings = RecordSample.filled(NodeSettings.class);

    // When, Then
    assertThat(JsonAttributes.read(JsonAttributes.write(settings), NodeSettings.class))
        .isEqualTo(settings);
  }
}
