package dev.natsfleet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.simulation.check.Rule;
import dev.natsfleet.simulation.check.Violation;
import dev.natsfleet.simulation.run.Simulation;
import dev.natsfleet.simulation.run.SimulationResult;
import dev.natsfleet.simulation.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story that was found once. */
class StoriesTest {

  private static final Pattern FAILS = Pattern.compile("(?m)^# fails: (\\w+)$");

  static List<Path> mended() {
    return StoryFiles.of("stories");
  }

  static List<Path> open() {
    return StoryFiles.of("open");
  }

  @ParameterizedTest
  @MethodSource("mended")
  void shouldKeepEveryRuleInAStoryThatWasMended(Path file) throws IOException {
    // Given
    Story story = Story.parse(Files.readString(file));

    // When
    SimulationResult result = Simulation.run(story, Set.of());

    // Then
    assertThat(result.violations()).isEmpty();
  }

  /** Mending the product breaks this test: the story then moves to the directory of the mended. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("open")
  void shouldBreakTheNamedRuleInAStoryThatIsOpen(Path file) throws IOException {
    // Given
    String text = Files.readString(file);
    Matcher named = FAILS.matcher(text);
    assertThat(named.find()).as("the story names the rule that it breaks").isTrue();

    // When
    SimulationResult result = Simulation.run(Story.parse(text), Set.of());

    // Then
    assertThat(result.failure().map(Violation::rule)).contains(Rule.valueOf(named.group(1)));
  }
}
