package dev.natsfleet.logs.program.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the reference that is generated from the code. */
public final class CommittedPage {

  private CommittedPage() {}

  /** When this fails, {@code target/<name>} is the page to commit. */
  public static void assertIs(String name, String text) throws IOException {
    Files.createDirectories(Path.of("target"));
    Path fresh = Files.writeString(Path.of("target", name), text);
    Path root = Path.of(System.getProperty("natsfleet.root", ""));
    Path committed = root.resolve("docs/reference").resolve(name);
    assertThat(committed)
        .as("%s is missing or stale: copy %s over it", committed, fresh.toAbsolutePath())
        .exists()
        .hasSameTextualContentAs(fresh);
  }
}
