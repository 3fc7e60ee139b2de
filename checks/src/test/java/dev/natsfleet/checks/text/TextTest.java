package dev.natsfleet.checks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.checks.tree.Tree;
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
    assertThat(Places.findings(Tree.ofBuild())).isEmpty();
  }

  @Test
  void shouldLinkOnlyToWhatIsThere() {
    assertThat(new Links(Tree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldHaveAPathForEachComponentOfTheReadme() {
    // Given
    ReadmeTable table = new ReadmeTable(Tree.ofBuild());

    // When / Then
    assertThat(table.paths()).hasSizeGreaterThan(5);
    assertThat(table.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cd /%s/natsfleet", "\"/%s/x\"", "file:///%s/x"})
  void shouldFindAPlaceOfAMachine(String line) throws IOException {
    // Given
    Tree tree = write("notes.txt", "first\n" + line.formatted("work"));

    // When / Then
    assertThat(Places.findings(tree)).singleElement().asString().startsWith("notes.txt:2: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.%s.org", "sum.%s.org"})
  void shouldFindTheHostOfARegistry(String host) throws IOException {
    assertThat(Places.findings(write("notes.txt", host.formatted("golang")))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$TMPDIR/tmp/x", "target/%s/x", "/var/lib/natsfleet", "https://example.org/%s/x"})
  void shouldLeaveOtherPathsAlone(String line) throws IOException {
    assertThat(Places.findings(write("notes.txt", line.formatted("work")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](gone.md)", "[a](page.md#gone)", "[a](#gone)", "![a](gone.svg)"})
  void shouldFindALinkThatLeadsNowhere(String link) throws IOException {
    assertThat(new Links(write("page.md", "# Here\n" + link)).findings())
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
    assertThat(new Links(write("page.md", "# Here, it is\n" + link)).findings()).isEmpty();
  }

  @Test
  void shouldFindAComponentWithoutItsPath() throws IOException {
    // Given
    Tree tree = write("README.md", "| operator | `operator/core` |\n| readme | `./README.md` |\n");

    // When / Then
    assertThat(new ReadmeTable(tree).findings())
        .singleElement()
        .asString()
        .contains("operator/core");
  }

  private Tree write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
    return Tree.ofDirectory(root);
  }
}
