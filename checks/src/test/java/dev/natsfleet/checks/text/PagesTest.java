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

class PagesTest {
  private static final String WAYS = "Way in: a. Way\n * out: b.";

  private static final String DECISION =
      """


      **Status:** accepted. **Date:** 2026-11-22.

      ## Context

      a

      ## Decision

      b

      ## Consequences

      c
      """;

  @TempDir private Path root;

  @Test
  void shouldDescribeEveryPackage() {
    assertThat(new PackagePages(SourceTree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldKnowThePlaceOfEveryWord() {
    // Given
    Glossary glossary = new Glossary(SourceTree.ofBuild());

    // When / Then
    assertThat(glossary.words()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    assertThat(glossary.findings()).isEmpty();
  }

  @Test
  void shouldKeepDecisionsInOneForm() {
    // Given
    DecisionPages decisions = new DecisionPages(SourceTree.ofBuild());

    // When / Then
    assertThat(decisions.pages()).hasSizeGreaterThan(5);
    assertThat(decisions.findings()).isEmpty();
  }

  @Test
  void shouldQuoteOnlyTestsThatAreThere() {
    assertThat(new NamedTests(SourceTree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldFindAPackageWithoutAPage() throws IOException {
    // Given
    write("one/src/main/java/dev/a/Thing.java", "class Thing {}");

    // When / Then
    assertThat(new PackagePages(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains("no page");
  }

  @ParameterizedTest
  @CsvSource({
    "Way out: b., way in",
    "Way in: a., way out",
    "Way in: {@link dev.a.Gone}. Way out: b., Gone",
    "Way in: {@link dev.a.Thing#gone}. Way out: b., gone",
    "Way in: {@link dev.a.Thing.Gone}. Way out: b., Gone",
    "Way in: {@link NoClassOfJava}. Way out: b., NoClassOfJava",
    "Way in: {@link java.time.NoTime}. Way out: b., NoTime",
    "Way in: {@code GoneThing}. Way out: b., GoneThing"
  })
  void shouldFindWhatIsWrongWithAPage(String page, String finding) throws IOException {
    // Given
    describe(page);

    // When / Then
    assertThat(new PackagePages(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains(finding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WAYS,
        WAYS + " {@link dev.a.Thing#run()}, {@link dev.a.Thing.Part}, {@link ProcessBuilder}",
        WAYS + " {@link java.time.Duration}",
        WAYS + " {@code Thing}, {@code Part}, {@code kubectl}, {@code DEGRADED}"
      })
  void shouldAcceptAPage(String page) throws IOException {
    // Given
    describe(page);

    // When / Then
    assertThat(new PackagePages(SourceTree.ofDirectory(root)).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "somewhere, has no place",
    "`one/gone`, not there",
    "`one/src` `Gone`, no class",
    "`two/src` `Thing`, no class"
  })
  void shouldFindAWordWithoutItsPlace(String place, String finding) throws IOException {
    // Given
    write("one/src/main/java/dev/a/Thing.java", "class Thing {}");
    write("two/src/main/java/dev/b/Other.java", "class Other {}");
    write(
        "docs/glossary.md",
        "| word | meaning | place |\n|---|---|---|\n| **slot** | a place | " + place + " |\n");

    // When / Then
    assertThat(new Glossary(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains("slot", finding);
  }

  @ParameterizedTest
  @CsvSource({
    "007-x.md, '# 007 X', not of the form",
    "007-x.md, '# 008: X', not of the form",
    "008-x.md, '# 008: X', not in the table"
  })
  void shouldFindADecisionOfAnotherForm(String name, String title, String finding)
      throws IOException {
    // Given
    write("docs/decisions/README.md", "[seven](007-x.md)");
    write("docs/decisions/" + name, title + DECISION);

    // When / Then
    assertThat(new DecisionPages(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains(name, finding);
  }

  @Test
  void shouldFindDecisionsOutOfOrder() throws IOException {
    // Given
    write("docs/decisions/README.md", "[eight](008-x.md) [seven](007-x.md)");

    // When / Then
    assertThat(new DecisionPages(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains("not listed by number");
  }

  @Test
  void shouldFindATestThatIsGone() throws IOException {
    // Given
    write("one/src/test/java/dev/a/KeptTest.java", "class KeptTest {}");
    write("page.md", "held by `KeptTest` and `GoneTest`");

    // When / Then
    assertThat(new NamedTests(SourceTree.ofDirectory(root)).findings())
        .containsExactly("page.md: names GoneTest, which is not there");
  }

  private void describe(String page) throws IOException {
    write(
        "one/src/main/java/dev/a/Thing.java",
        "class Thing { void run() {} record Part(int n) {} }");
    write("one/src/main/java/dev/a/package-info.java", "/**\n * " + page + "\n */\npackage dev.a;");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
