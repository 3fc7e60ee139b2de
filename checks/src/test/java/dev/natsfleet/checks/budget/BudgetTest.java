package dev.natsfleet.checks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.checks.budget.Sizes.Sized;
import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.Tree;
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
    Sizes sizes = Sizes.of(Tree.ofBuild(), set);

    // Then
    assertThat(sizes.files()).isNotEmpty();
    assertThat(sizes.methods()).isNotEmpty();
    assertThat(FILES.findings(sizes.files())).isEmpty();
    assertThat((set == SourceSet.MAIN ? METHODS : TEST_METHODS).findings(sizes.methods()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotRepeatItself(SourceSet set) {
    // When
    Repetition repetition = repetition(Tree.ofBuild(), set);

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
    Sizes sizes = Sizes.of(Tree.ofDirectory(root), SourceSet.MAIN);

    // Then
    assertThat(sizes.methods()).containsExactly(new Sized("src/main/java/One.java:2 a", 3));
    assertThat(sizes.files()).containsExactly(new Sized("src/main/java/One.java", 9));
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
    Repetition repetition = repetition(Tree.ofDirectory(root), SourceSet.MAIN);

    // Then
    assertThat(repetition.percent()).isGreaterThan(50);
    assertThat(repetition.findings(REPEATED_PERCENT))
        .isNotEmpty()
        .first()
        .asString()
        .contains("One.java", "Two.java");
  }

  private static Repetition repetition(Tree tree, SourceSet set) {
    List<Path> files = tree.java(set);
    return Repetition.in(
        files.stream().map(tree.root()::resolve).toList(),
        files.stream().mapToLong(file -> tree.text(file).lines().count()).sum());
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path directory = Files.createDirectories(root.resolve("src/main/java"));
    Files.writeString(directory.resolve(name + ".java"), text);
  }
}
