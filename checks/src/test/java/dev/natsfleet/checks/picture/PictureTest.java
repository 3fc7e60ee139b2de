package dev.natsfleet.checks.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  @TempDir private Path root;

  @Test
  void shouldShowTheCodeAsItIs() {
    // Given
    SourceTree sourceTree = SourceTree.ofBuild();

    // When / Then
    assertThat(ArchitecturePicture.of(sourceTree).page().lines())
        .as("docs/architecture.md is stale: run make picture")
        .isSubsetOf(sourceTree.text(ArchitecturePicture.PAGE).lines().toList())
        .hasSameSizeAs(sourceTree.text(ArchitecturePicture.PAGE).lines().toList());
  }

  @Test
  void shouldDrawModulesAndPackages() throws IOException {
    // Given
    write("docs/architecture.md", "before\n" + marks("old\n") + "after\n");
    write("one/core/src/main/java/a/One.java", "package a;\nimport b.c.Two;\n");
    write("two/core/src/main/java/b/c/Two.java", "package b.c;\nimport static b.Three.x;\n");
    write("two/core/src/main/java/b/Three.java", "package b;\nimport java.util.List;\n");

    // When
    String page = ArchitecturePicture.of(SourceTree.ofDirectory(root)).page();

    // Then
    assertThat(page)
        .startsWith("before\n")
        .endsWith("after\n")
        .doesNotContain("old")
        .contains("  one_core[\"one/core\"]\n", "  one_core --> two_core\n");
  }

  @Test
  void shouldDrawAnotherPictureForAnotherImport() throws IOException {
    // Given
    write("docs/architecture.md", marks(""));
    write("one/src/main/java/a/One.java", "package a;\n");
    write("two/src/main/java/b/Two.java", "package b;\n");
    String before = ArchitecturePicture.of(SourceTree.ofDirectory(root)).page();

    // When
    write("one/src/main/java/a/One.java", "package a;\nimport b.Two;\n");

    // Then
    assertThat(ArchitecturePicture.of(SourceTree.ofDirectory(root)).page())
        .isNotEqualTo(before)
        .contains("one --> two");
  }

  @Test
  void shouldLeaveOutAnArrowThatALongerWayImplies() throws IOException {
    // Given
    write("docs/architecture.md", marks(""));
    write("operator/core/src/main/java/a/b/One.java", "import a.c.Two;\nimport a.d.Three;\n");
    write("operator/core/src/main/java/a/c/Two.java", "import a.d.Three;\n");
    write("operator/core/src/main/java/a/d/Three.java", "package a.d;\n");

    // When / Then
    assertThat(ArchitecturePicture.of(SourceTree.ofDirectory(root)).page())
        .contains("a_b[\"b\"]", "a_b --> a_c", "a_c --> a_d")
        .doesNotContain("a_b --> a_d");
  }

  private static String marks(String inside) {
    return "<!-- picture: drawn by `make picture` -->\n" + inside + "<!-- end of picture -->\n";
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
