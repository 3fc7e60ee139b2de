package dev.natsfleet.operator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsCluster;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterRefTest {

  @ParameterizedTest
  @CsvSource({
    "natsfleet.dev/roll-out, monday, monday",
    "example.com/other, monday, ''",
  })
  void shouldReadTheAnnotationThatAsksForARollOut(String annotation, String value, String read) {
    // Given
    NatsCluster object = new NatsCluster();
    object.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("shop")
            .withName("orders")
            .withUid("uid-1")
            .withGeneration(3L)
            .withAnnotations(Map.of(annotation, value))
            .build());

    // Then
    assertThat(ClusterRef.of("test", object).desired(object).rollOut()).isEqualTo(read);
  }
}
