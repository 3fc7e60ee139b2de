package dev.natsfleet.checks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {
  @TempDir private Path root;

  @Test
  void shouldQuoteOnlyWhatIsThere() {
    assertThat(new QuotedNames(SourceTree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldWalkThroughClassesThatAreThere() {
    // Given
    Walks walks = new Walks(SourceTree.ofBuild());

    // When / Then
    assertThat(walks.names()).hasSize(3);
    assertThat(walks.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GoneThing", "GoneThing.run", "one/src/gone", "docs/gone.md", "x/gone.md"})
  void shouldFindAQuotationOfWhatIsGone(String quotation) throws IOException {
    // Given
    write("docs/page.md", "see `" + quotation + "`");

    // When / Then
    assertThat(new QuotedNames(tree()).findings())
        .singleElement()
        .asString()
        .contains("docs/page.md", "not there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KeptThing",
        "KeptThing.run()",
        "NodesLeaving",
        "Slot",
        "one/src/main/java",
        "page.md",
        "decisions/001-x.md",
        "one/target/x",
        "/var/lib/x.json"
      })
  void shouldAcceptAQuotation(String quotation) throws IOException {
    // Given
    write("docs/decisions/001-x.md", "");
    write("docs/page.md", "see `" + quotation + "`");

    // When / Then
    assertThat(new QuotedNames(tree()).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1. `GoneThing`: a, GoneThing is not there",
    "1. `KeptThing`: a`Gone`, Gone is not there",
    "1. nothing, no class"
  })
  void shouldFindAHopThatLeadsNowhere(String hop, String finding) throws IOException {
    assertThat(walk(hop + "\n").findings()).singleElement().asString().contains(finding);
  }

  @Test
  void shouldFindAWalkThatIsTooLong() throws IOException {
    assertThat(walk("1. `KeptThing`: a\n".repeat(14)).findings()).containsExactly("a has 14 hops");
    assertThat(walk("1. `KeptThing`: a\n".repeat(13)).findings()).isEmpty();
  }

  private Walks walk(String hops) throws IOException {
    write("docs/architecture.md", "<!-- walk: a -->\n" + hops + "<!-- end of walk -->");
    return new Walks(tree());
  }

  private SourceTree tree() throws IOException {
    write("one/src/main/java/a/KeptThing.java", "class KeptThing { enum E { NODES_LEAVING } }");
    return SourceTree.ofDirectory(root);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
