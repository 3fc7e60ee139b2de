package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TransitionsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("natsfleet.root"), "docs/reference/node-transitions.md");

  @Test
  void shouldKeepTheCommittedPageFresh() throws IOException {
    String generated = TransitionsPage.render();
    if (Boolean.getBoolean("natsfleet.generate")) {
      Files.writeString(PAGE, generated);
    }
    assertThat(PAGE)
        .as(
            "stale, write it with: mvn -pl agent/core -am test -Dtest=TransitionsPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dnatsfleet.generate=true")
        .content()
        .isEqualTo(generated);
  }
}
