package dev.natsfleet.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.status.StatusRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code plans} is a case: {@code in-scene.yaml} → {@code plan.txt} and {@code
 * status.yaml}. With {@code -Dnatsfleet.golden=write} the answers are written instead: read the
 * difference before you commit it.
 */
class GoldenPlansTest {

  private static final Path CASES = Path.of("src/test/resources/plans");
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
              .enable(Feature.MINIMIZE_QUOTES)
              .build());

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldPlanAndTellAsTheFolderSays(String name) throws IOException {
    // Given
    Path folder = CASES.resolve(name);
    ClusterSnapshot cluster =
        YAML.readValue(Files.readString(folder.resolve("in-scene.yaml")), PlanScenario.class)
            .observed();

    // When
    Plan plan = ClusterPlanner.plan(cluster);
    String status =
        YAML.writeValueAsString(
            StatusRenderer.render(cluster, plan, List.of(), null, Instant.EPOCH));

    // Then
    compare(folder.resolve("plan.txt"), PlanText.of(plan));
    compare(folder.resolve("status.yaml"), status);
  }

  private static void compare(Path golden, String actual) throws IOException {
    if ("write".equals(System.getProperty("natsfleet.golden"))) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
