package dev.natsfleet.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The systemd unit in the reference has the same JVM flags as the local fleet, where the agent's
 * cost is measured.
 */
class UnitFileReferenceTest {

  @Test
  void shouldShowTheFlagsThatWereMeasured() throws IOException {
    // Given
    String page =
        Files.readString(Path.of(System.getProperty("natsfleet.root"), "docs/reference/agent.md"));

    // Then
    assertThat(page.split("\\s+")).containsSubsequence(JavaProgram.SMALL);
  }
}
