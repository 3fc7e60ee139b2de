package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random trees, with looks, reads, rests and restarts at random moments: every line, once. More of
 * them, or one again: {@code -Dnatsfleet.seeds=1000}, {@code -Dnatsfleet.seed=7}.
 */
class LinkedTreeTest {

  private static final int SEEDS =
      Integer.getInteger("natsfleet.seeds", Boolean.getBoolean("natsfleet.soak") ? 1_000 : 50);
  private static final int STEPS = 12;

  @TempDir Path directory;

  @Test
  void shouldReadEveryLineOnceWhereverLinksLead() throws Exception {
    long first = Long.getLong("natsfleet.seed", System.nanoTime());
    for (long seed = first; seed < first + SEEDS; seed++) {
      round(seed, new Random(seed));
    }
  }

  private void round(long seed, Random random) throws Exception {
    LinkedTree tree =
        new LinkedTree(Files.createDirectory(directory.resolve("tree" + seed)), random);
    StringBuilder read = new StringBuilder();
    try (CatalogFixture log = new CatalogFixture(tree.log())) {
      log.look();
      for (int i = 0; i < STEPS; i++) {
        tree.change();
        observe(log, tree, random, read);
      }
      read.append(log.read()).append(log.read());
      assertThat(read.toString()).as("seed %d: %s", seed, tree.story()).isEqualTo(tree.written());
      assertThat(log.log().counters().losses()).as("seed %d", seed).isZero();
    }
  }

  private static void observe(
      CatalogFixture log, LinkedTree tree, Random random, StringBuilder read) throws Exception {
    switch (random.nextInt(3)) {
      case 0 -> {
        read.append(log.read());
        log.rest();
        tree.story().add("read, rest");
      }
      case 1 -> {
        log.look();
        tree.story().add("look");
      }
      default -> {
        log.look();
        log.restart(one -> one);
        tree.story().add("look, restart");
      }
    }
  }
}
