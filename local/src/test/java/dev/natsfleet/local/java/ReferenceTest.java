package dev.natsfleet.local.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The unit in the reference starts an agent as this fleet does, where its cost is measured. */
class ReferenceTest {

  @Test
  void shouldShowTheFlagsThatWereMeasured() throws IOException {
    // Given
    String page =
        Files.readString(Path.of(System.getProperty("natsfleet.root"), "docs/reference/agent.md"));

    // Then
    assertThat(page.split("\\s+")).containsSubsequence(JavaProgram.SMALL);
  }
}
