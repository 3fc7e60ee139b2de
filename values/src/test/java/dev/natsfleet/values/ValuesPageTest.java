package dev.natsfleet.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ValuesPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("natsfleet.root"), "docs/reference/values.md");

  private static final String HEAD =
      """
      # How values are written

      Generated from the `values` module. NatsCluster, the operator, the agent and the log programs read values by the same grammar.

      - **Durations**: whole numbers with `d`, `h`, `m`, `s` or `ms`, the longest unit first, each unit at most once: `250ms`, `2m`, `1m30s`,
        `24h`, `7d`. These are Go's durations without fractions, plus `d`, which is 24 hours. A number without a unit is refused.
      - **Sizes**: bytes as a whole number, or one with `Ki`, `Mi`, `Gi`, `Ti` (powers of 1024) or `k`, `M`, `G`, `T` (powers of 1000), as
        Kubernetes writes quantities: `1048576`, `512Ki`, `1Mi`, `1Gi`. nats-server's `1MB` is refused: it means 1048576 there and 1000000 elsewhere.
      - **Counts**: digits only.

      A field or variable may have narrower limits; its own page names them. The table is the one that the tests run against all readers.

      | kind | text | means |
      |---|---|---|
      """;

  @Test
  void shouldKeepTheCommittedPageFresh() throws IOException {
    // Given
    String page =
        ValueCase.table().stream()
            .map(ValuesPageTest::row)
            .collect(Collectors.joining("\n", HEAD, "\n"));

    // When
    if (Boolean.getBoolean("natsfleet.generate")) {
      Files.writeString(PAGE, page);
    }

    // Then
    assertThat(PAGE)
        .as(
            "stale, write it with: mvn -pl values test -Dtest=ValuesPageTest"
                + " -Dnatsfleet.generate=true")
        .content()
        .isEqualTo(page);
  }

  private static String row(ValueCase row) {
    return "| %s | `%s` | %s |"
        .formatted(row.kind().name().toLowerCase(Locale.ROOT), row.text(), meaning(row))
        .replace("``", "(empty)");
  }

  private static String meaning(ValueCase row) {
    String unit =
        switch (row.kind()) {
          case DURATION -> " ms";
          case SIZE -> " bytes";
          case COUNT -> "";
        };
    return row.value().isPresent() ? row.value().getAsLong() + unit : "refused: " + row.refusal();
  }
}
