package dev.natsfleet.checks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @TempDir private Path root;

  @Test
  void shouldNameNoPlaceOfAMachine() {
    assertThat(ForbiddenPlaces.findings(SourceTree.ofBuild())).isEmpty();
  }

  @Test
  void shouldLinkOnlyToWhatIsThere() {
    assertThat(new MarkdownLinks(SourceTree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldHaveAPathForEachComponentOfTheReadme() {
    // Given
    ReadmeTable table = new ReadmeTable(SourceTree.ofBuild());

    // When / Then
    assertThat(table.paths()).hasSizeGreaterThan(5);
    assertThat(table.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cd /%s/natsfleet", "\"/%s/x\"", "file:///%s/x"})
  void shouldFindAPlaceOfAMachine(String line) throws IOException {
    // Given
    SourceTree sourceTree = write("notes.txt", "first\n" + line.formatted("work"));

    // When / Then
    assertThat(ForbiddenPlaces.findings(sourceTree))
        .singleElement()
        .asString()
        .startsWith("notes.txt:2: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.%s.org", "sum.%s.org"})
  void shouldFindTheHostOfARegistry(String host) throws IOException {
    assertThat(ForbiddenPlaces.findings(write("notes.txt", host.formatted("golang")))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$TMPDIR/tmp/x", "target/%s/x", "/var/lib/natsfleet", "https://example.org/%s/x"})
  void shouldLeaveOtherPathsAlone(String line) throws IOException {
    assertThat(ForbiddenPlaces.findings(write("notes.txt", line.formatted("work")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](gone.md)", "[a](page.md#gone)", "[a](#gone)", "![a](gone.svg)"})
  void shouldFindALinkThatLeadsNowhere(String link) throws IOException {
    assertThat(new MarkdownLinks(write("page.md", "# Here\n" + link)).findings())
        .singleElement()
        .asString()
        .contains(link.replaceFirst("^!?\\[a", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](page.md)",
        "[a](page.md#here-it-is)",
        "[a](#here-it-is)",
        "[a](https://example.org/gone.md)",
        "`[a](gone.md)`"
      })
  void shouldFollowALink(String link) throws IOException {
    assertThat(new MarkdownLinks(write("page.md", "# Here, it is\n" + link)).findings()).isEmpty();
  }

  @Test
  void shouldFindAComponentWithoutItsPath() throws IOException {
    // Given
    SourceTree sourceTree =
        write("README.md", "| operator | `operator/core` |\n| readme | `./README.md` |\n");

    // When / Then
    assertThat(new ReadmeTable(sourceTree).findings())
        .singleElement()
        .asString()
        .contains("operator/core");
  }

  private SourceTree write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
    return SourceTree.ofDirectory(root);
  }
}
