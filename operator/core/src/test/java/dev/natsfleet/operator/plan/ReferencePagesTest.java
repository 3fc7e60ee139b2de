package dev.natsfleet.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The reference pages of the planner say what its tables say. {@code -Dnatsfleet.generate=true}
 * writes them anew.
 */
class ReferencePagesTest {

  private static final Path PAGES =
      Path.of(System.getProperty("natsfleet.root")).resolve("docs/reference");

  @Test
  void shouldKeepThePageOfRulesFresh() throws IOException {
    assertFresh("plan-rules.md", PlanRulesPage.render(ClusterPlanner.RULES));
  }

  @Test
  void shouldKeepThePageOfTheDeletionFresh() throws IOException {
    assertFresh("deletion-rules.md", DeletionRulesPage.render(DeletionPlan.RULES));
  }

  @Test
  void shouldKeepThePageOfReasonsFresh() throws IOException {
    assertFresh("reasons.md", ReasonsPage.render(EnumSet.allOf(Reason.class)));
  }

  @Test
  void shouldNameEveryRuleClassOnce() throws IOException {
    // Given
    Path sources = Path.of("src/main/java/dev/natsfleet/operator/plan");

    // When
    List<String> classes;
    try (Stream<Path> files = Files.list(sources)) {
      classes =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> name.endsWith("Rule") && !name.equals("PlanRule"))
              .toList();
    }

    // Then
    assertThat(ClusterPlanner.RULES).extracting(PlanRule::name).doesNotHaveDuplicates();
    assertThat(ClusterPlanner.RULES).extracting(PlanRule::name).containsAll(classes);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void shouldGiveEveryReasonAMeaningAndAWayOut(Reason reason) {
    assertThat(reason.meaning()).endsWith(".").hasSizeGreaterThan(20);
    assertThat(reason.wayOut()).endsWith(".");
  }

  @Test
  void shouldUseEveryReason() throws IOException {
    // Given
    String sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("Reason.java"))
              .map(ReferencePagesTest::read)
              .collect(Collectors.joining());
    }

    // Then
    assertThat(Arrays.stream(Reason.values()).map(reason -> "Reason." + reason.name()))
        .allSatisfy(use -> assertThat(sources.contains(use)).as(use).isTrue());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertFresh(String name, String generated) throws IOException {
    Path committed = PAGES.resolve(name);
    if (Boolean.getBoolean("natsfleet.generate")) {
      Files.writeString(committed, generated);
    }
    assertThat(committed)
        .as(
            "stale, write it with: mvn -pl operator/core -am test -Dtest=ReferencePagesTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dnatsfleet.generate=true")
        .content()
        .isEqualTo(generated);
  }
}
