package dev.natsfleet.crds.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed files say what the records say. {@code -Dnatsfleet.generate=true} writes them anew.
 */
class GeneratedFilesTest {

  private static final Path ROOT = Path.of(System.getProperty("natsfleet.root"));
  private static final Path CRD = ROOT.resolve("crds/generated").resolve(CrdFile.NAME);
  private static final Path REFERENCE = ROOT.resolve("docs/reference/natscluster.md");

  @TempDir Path scratch;

  @Test
  void shouldKeepTheCommittedCrdFresh() throws IOException {
    assertFresh(CRD, CrdFile.render(scratch));
  }

  @Test
  void shouldKeepTheCommittedReferenceFresh() throws IOException {
    assertFresh(REFERENCE, ReferencePage.render(CrdFile.render(scratch)));
  }

  private static void assertFresh(Path committed, String generated) throws IOException {
    if (Boolean.getBoolean("natsfleet.generate")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, generated);
    }
    assertThat(committed)
        .as(
            "stale, write it with: mvn -pl crds -am test -Dtest=GeneratedFilesTest"
                + " -Dnatsfleet.generate=true")
        .content()
        .isEqualTo(generated);
  }
}
