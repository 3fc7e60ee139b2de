package dev.natsfleet.checks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.checks.budget.SourceSizes.Sized;
import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetTest {
  private static final Budget FILES = new Budget("file", 70, 400);
  private static final Budget METHODS = new Budget("method", 5, 50);

  /** Given, When and Then take a statement each: three lines more than a method that answers. */
  private static final Budget TEST_METHODS = new Budget("method", 8, 50);

  private static final double REPEATED_PERCENT = 1.0;

  @ParameterizedTest
  @EnumSource
  void shouldKeepFilesAndMethodsShort(SourceSet set) {
    // When
    SourceSizes sourceSizes = SourceSizes.of(SourceTree.ofBuild(), set);

    // Then
    assertThat(sourceSizes.files()).isNotEmpty();
    assertThat(sourceSizes.methods()).isNotEmpty();
    assertThat(FILES.findings(sourceSizes.files())).isEmpty();
    assertThat((set == SourceSet.MAIN ? METHODS : TEST_METHODS).findings(sourceSizes.methods()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotRepeatItself(SourceSet set) {
    // When
    Repetition repetition = repetition(SourceTree.ofBuild(), set);

    // Then
    assertThat(repetition.findings(REPEATED_PERCENT))
        .as("%.2f %% of lines", repetition.percent())
        .isEmpty();
  }

  @Test
  void shouldNameWhatIsTooLong() {
    // Given
    List<Sized> methods =
        List.of(
            new Sized("A.java:3 run", 51),
            new Sized("A.java:60 stop", 2),
            new Sized("A.java:70 is", 1));

    // When / Then
    assertThat(METHODS.findings(methods)).singleElement().asString().contains("A.java:3 run", "51");
  }

  @Test
  void shouldNameTheLongestWhenHalfIsTooLong() {
    // Given
    List<Sized> methods = List.of(new Sized("a", 6), new Sized("b", 6), new Sized("c", 1));

    // When / Then
    assertThat(METHODS.findings(methods))
        .singleElement()
        .asString()
        .contains("half of the 3 methods", "Sized[where=a, lines=6]");
  }

  @Test
  void shouldMeasureMethodsOfSource(@TempDir Path root) throws IOException {
    // Given
    write(
        root,
        "One",
        "class One {\n  int a() {\n    // one\n\n    return 1;\n  }\n\n  abstract class In { abstract void none(); }\n}\n");

    // When
    SourceSizes sourceSizes = SourceSizes.of(SourceTree.ofDirectory(root), SourceSet.MAIN);

    // Then
    assertThat(sourceSizes.methods()).containsExactly(new Sized("src/main/java/One.java:2 a", 3));
    assertThat(sourceSizes.files()).containsExactly(new Sized("src/main/java/One.java", 9));
  }

  @Test
  void shouldFindAPassageThatStandsTwice(@TempDir Path root) throws IOException {
    // Given
    String body =
        "  int f(int x) {\n"
            + "    x = x * 3 + 1;\n    if (x > 9) { x = x - g(x); }\n".repeat(4)
            + "    return x;\n  }\n";
    write(root, "One", "class One {\n" + body + "}\n");
    write(root, "Two", "class Two {\n" + body + "}\n");

    // When
    Repetition repetition = repetition(SourceTree.ofDirectory(root), SourceSet.MAIN);

    // Then
    assertThat(repetition.percent()).isGreaterThan(50);
    assertThat(repetition.findings(REPEATED_PERCENT))
        .isNotEmpty()
        .first()
        .asString()
        .contains("One.java", "Two.java");
  }

  private static Repetition repetition(SourceTree sourceTree, SourceSet set) {
    List<Path> files = sourceTree.java(set);
    return Repetition.in(
        files.stream().map(sourceTree.root()::resolve).toList(),
        files.stream().mapToLong(file -> sourceTree.text(file).lines().count()).sum());
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path directory = Files.createDirectories(root.resolve("src/main/java"));
    Files.writeString(directory.resolve(name + ".java"), text);
  }
}
