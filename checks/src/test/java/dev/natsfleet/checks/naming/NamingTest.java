package dev.natsfleet.checks.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {
  @TempDir private Path root;

  @Test
  void shouldGiveEachNameToOneClass() {
    assertThat(new UniqueNames(SourceTree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldNameClassesByNouns() {
    assertThat(new ClassNames(SourceTree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldAskInTheNameOfABooleanMethod() {
    assertThat(new BooleanMethods(SourceTree.ofBuild()).findings()).isEmpty();
  }

  @Test
  void shouldKeepNoExceptionThatNobodyNeeds() {
    // Given
    List<String> names =
        Stream.of(SourceSet.values())
            .flatMap(set -> SourceTree.ofBuild().java(set).stream())
            .map(ClassNames::nameOf)
            .toList();

    // When / Then
    assertThat(names).containsAll(ClassNames.EXCEPTIONS.keySet());
  }

  @Test
  void shouldFindANameOfTwoClasses() throws IOException {
    // Given
    write("one/src/main/java/a/Thing.java", "class Thing {}");
    write("two/src/test/java/b/Thing.java", "class Thing {}");
    write("two/src/test/java/b/Other.java", "class Other {}");

    // When / Then
    assertThat(new UniqueNames(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains("Thing", "one/", "two/");
  }

  @Test
  void shouldFindANestedTypeWithTheNameOfAClass() throws IOException {
    // Given
    write("one/src/main/java/a/Thing.java", "class Thing {}");
    write(
        "two/src/main/java/b/Other.java", "class Other { class A { enum Thing {} } class A2 {} }");

    // When / Then
    assertThat(new UniqueNames(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains("Thing", "one/", "two/", "nested");
  }

  @ParameterizedTest
  @CsvSource({
    "NodeUtil, says nothing",
    "Helpers, says nothing",
    "RowData, says nothing",
    "Tending, gerund",
    "StepTelling, gerund",
    "Reached, no noun",
    "Barely, no noun",
    "Elsewhere, no noun",
    "Demolition, metaphor",
    "RetreatPlan, metaphor",
    "Pump, metaphor"
  })
  void shouldFindANameThatIsNoNoun(String name, String kind) throws IOException {
    // Given
    write("one/src/main/java/a/" + name + ".java", "class " + name + " {}");

    // When / Then
    assertThat(new ClassNames(SourceTree.ofDirectory(root)).findings())
        .singleElement()
        .asString()
        .contains(name + ".java", kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Database", "OffsetChain", "AuditHead", "MaxGap", "UnackedReads", "ReadLoop"})
  void shouldAcceptANoun(String name) {
    assertThat(ClassNames.problem(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { boolean ready() { return true; } }",
        "interface A { boolean ready(); }",
        "enum A { ONE; boolean ready() { return true; } }",
        "record A(boolean settled) { boolean ready() { return true; } }",
        "class A { record B(int n) { static boolean ready() { return true; } } }",
        "class A { boolean issue() { return true; } boolean isReady() { return true; } }"
      })
  void shouldFindABooleanMethodThatDoesNotAsk(String source) throws IOException {
    // Given
    write("one/src/main/java/a/A.java", source);

    // When / Then
    assertThat(new BooleanMethods(SourceTree.ofDirectory(root)).findings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record A(boolean ready) { public boolean ready() { return ready; } }",
        "class A { boolean isReady() { return true; } boolean hasRows() { return true; } }",
        "class A { @Override public boolean ready() { return true; } }",
        "class A { boolean ready(int n) { return true; } Boolean set() { return true; } }",
        "class A { boolean tryLock() { return true; } }"
      })
  void shouldAcceptABooleanMethod(String source) throws IOException {
    // Given
    write("one/src/main/java/a/A.java", source);

    // When / Then
    assertThat(new BooleanMethods(SourceTree.ofDirectory(root)).findings()).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
