package dev.natsfleet.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the main kinds of users get. {@code -Dnatsfleet.golden=write} writes it anew. */
@Tag("server")
class ChartRenderingTest {

  static List<ValueSet> valueSets() throws IOException {
    return ValueSet.all();
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void shouldRenderAsTheFolderSays(ValueSet set) throws Exception {
    // When: without the CRDs, which are generated and compared elsewhere
    String rendered =
        set.documents().stream()
            .filter(document -> !ValueSet.isKind(document, "CustomResourceDefinition"))
            .collect(Collectors.joining("---\n"));

    // Then
    if ("write".equals(System.getProperty("natsfleet.golden"))) {
      Files.writeString(set.rendered(), rendered);
    }
    assertThat(rendered).isEqualTo(Files.readString(set.rendered()));
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void shouldPassTheLinter(ValueSet set) throws Exception {
    assertThat(HelmCommand.lint(set.values()).succeeded()).contains("0 chart(s) failed");
  }
}
