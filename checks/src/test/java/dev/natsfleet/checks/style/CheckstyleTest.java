package dev.natsfleet.checks.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CheckstyleTest {
  private static final String NESTED = "if (n > 1) { for (;;) { while (n > 2) { %s } } }";

  /** For each rule the body of a class that breaks this rule only. */
  static final Map<String, String> BAD =
      Map.ofEntries(
          Map.entry("FileLength", "\n".repeat(401)),
          Map.entry("RegexpSingleline", "// TO" + "DO: later"),
          Map.entry("MethodLength", "void f() {" + "\n".repeat(50) + "}"),
          Map.entry("ParameterNumber", "void f(int a, int b, int c, int d, int e, int f) {}"),
          Map.entry(
              "EmptyCatchBlock",
              "void f() { try { f(); } catch (RuntimeException expected) { /* never mind */ } }"),
          Map.entry("MissingJavadocType", "/** Inner. */ class In {} } public class Bare {"),
          Map.entry("JavadocStyle", "/**\n * An <b>unclosed tag.\n */\nvoid f() {}"),
          Map.entry(
              "Nesting",
              "void f(int n) { " + NESTED.formatted("try { f(n); } finally { n = 3; }") + " }"),
          Map.entry("Names", "class ThingManager {}"),
          Map.entry("RegexpSinglelineJava", "void f() { System.out" + ".println(); }"));

  private static final Map<String, String> GOOD =
      Map.of(
          "nesting", "void f(int n) { " + NESTED.formatted("n = 3;") + " }",
          "else if",
              "void f(int n) { if (n == 1) { f(1); } else if (n == 2) { f(2); } else if (n == 3) { f(3); } else if (n == 4) { f(4); } }",
          "record", "record Wide(int a, int b, int c, int d, int e, int f) {}",
          "catch", "void f() { try { f(); } catch (RuntimeException e) { throw e; } }");

  @TempDir private Path directory;
  private final Path root = SourceTree.ofBuild().root();

  @Test
  void shouldHaveABadSampleForEachRule() throws CheckstyleException {
    assertThat(Checkstyle.of(root).rules()).isEqualTo(new TreeSet<>(BAD.keySet()));
  }

  @ParameterizedTest
  @FieldSource("rules")
  void shouldSpeakOfTheBadSample(String rule) throws CheckstyleException, IOException {
    assertThat(Checkstyle.of(root).speakingOf(file(BAD.getOrDefault(rule, ""))))
        .containsExactly(rule);
  }

  @Test
  void shouldSayNothingOfGoodCode() throws CheckstyleException, IOException {
    assertThat(Checkstyle.of(root).speakingOf(file(String.join("\n", GOOD.values())))).isEmpty();
  }

  static final Iterable<String> rules = BAD.keySet();

  private Path file(String body) throws IOException {
    return Files.writeString(
        directory.resolve("Sample.java"),
        "/** A sample. */\npublic class Sample {\n" + body + "\n}\n");
  }
}
