package dev.natsfleet.logs.shipper.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story that was found once, and mended. */
class SurroundingsStoriesTest {

  private static final Path STORIES =
      Path.of("src/test/resources/dev/natsfleet/logs/shipper/surroundings");

  @TempDir Path directory;

  static List<Path> mended() {
    try (Stream<Path> files = Files.list(STORIES)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("mended")
  void shouldSendWhatCanBeKnownInAStoryThatWasMended(Path file) throws IOException {
    SurroundingsStory story = SurroundingsStory.parse(Files.readString(file));

    assertThat(new SurroundingsRun(directory).faults(story)).isEmpty();
  }
}
