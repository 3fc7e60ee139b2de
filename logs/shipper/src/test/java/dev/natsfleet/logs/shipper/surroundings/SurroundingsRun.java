package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Plays stories in a directory, which is emptied before each. */
final class SurroundingsRun {

  private static final int STEP_MILLIS = 20;
  private static final int END_SECONDS = 60;

  private final Path directory;

  SurroundingsRun(Path directory) {
    this.directory = directory;
  }

  /** What is wrong at the end of a story; nothing as a rule. */
  List<SurroundingsFault> faults(SurroundingsStory story) throws IOException {
    Path root = directory.resolve("tree");
    clear(root);
    Files.createDirectory(root);
    try (SurroundingsWorld world = new SurroundingsWorld(root, story.dated())) {
      for (String step : story.steps()) {
        play(world, step);
        world.shipper().pass(STEP_MILLIS);
      }
      world.kernel().exhausted(false);
      world.rights().openAll();
      for (int i = 0; i < END_SECONDS; i++) {
        world.shipper().turn();
        world.shipper().pass(1000);
      }
      world.shipper().stop();
      return new KnowableLines(world).faults();
    } catch (Exception e) {
      return List.of(
          new SurroundingsFault(
              SurroundingsFault.Kind.ENDED, e + " at " + List.of(e.getStackTrace()).getFirst()));
    }
  }

  private static void play(SurroundingsWorld world, String step) throws Exception {
    for (StepKind kind : StepKinds.ALL) {
      var words = kind.phrase().match(step);
      if (words.isPresent()) {
        kind.effect().on(world, words.get());
        return;
      }
    }
    throw new IllegalArgumentException("no kind of step has these words: " + step);
  }

  private static void clear(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
