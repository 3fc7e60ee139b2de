package dev.natsfleet.logs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VariableTableTest {

  private static final String PAGE = "docs/reference/log-variables.md";

  /** When this fails, {@code target/log-variables.md} is the page to commit. */
  @Test
  void shouldBeThePageInTheReference() throws IOException {
    // Given
    Files.createDirectories(Path.of("target"));
    Path fresh = Files.writeString(Path.of("target/log-variables.md"), VariableTable.render());

    // Then
    Path committed = Path.of(System.getProperty("natsfleet.root", "")).resolve(PAGE);
    assertThat(committed).as("stale: copy %s over it", fresh.toAbsolutePath()).exists();
    assertThat(committed).hasSameTextualContentAs(fresh);
  }
}
