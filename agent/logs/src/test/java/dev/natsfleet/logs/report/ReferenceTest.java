package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final String PAGE = "docs/reference/log-metrics.md";

  /** When this fails, {@code target/log-metrics.md} is the page to commit. */
  @Test
  void shouldBeThePageInTheReference() throws IOException {
    // Given
    Files.createDirectories(Path.of("target"));
    Path fresh = Files.writeString(Path.of("target/log-metrics.md"), Reference.page());

    // Then
    Path committed = Path.of(System.getProperty("natsfleet.root", "")).resolve(PAGE);
    assertThat(committed).as("stale: copy %s over it", fresh.toAbsolutePath()).exists();
    assertThat(committed).hasSameTextualContentAs(fresh);
  }
}
