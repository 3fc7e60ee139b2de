package dev.natsfleet.logs.shipper.read;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A log behind links in a tree that changes at random, and the story of what happened to it. */
final class LinkedTree {

  private final Path root;
  private final Path log;
  private final Random random;
  private final List<String> story = new ArrayList<>();
  private Path file;
  private int lines;
  private int files;

  /** A tree in a directory; its log is a plain file, a link, or below a link to a directory. */
  LinkedTree(Path root, Random random) throws IOException {
    this.root = root;
    this.random = random;
    Path real = Files.createDirectories(root.resolve("real/0"));
    Path named = root.resolve("named");
    this.file = real.resolve("app.log");
    switch (random.nextInt(3)) {
      case 0 -> {
        this.log = file;
        story.add("plain");
      }
      case 1 -> {
        Files.createSymbolicLink(root.resolve("middle"), file);
        this.log =
            Files.createSymbolicLink(
                Files.createDirectory(named).resolve("app.log"), root.resolve("middle"));
        story.add("link to a link");
      }
      default -> {
        Files.createSymbolicLink(named, real);
        this.log = named.resolve("app.log");
        story.add("linked directory");
      }
    }
    write();
  }

  Path log() {
    return log;
  }

  /** Every line that was written, in order. */
  String written() {
    return IntStream.range(0, lines).mapToObj("%07d\n"::formatted).collect(joining());
  }

  List<String> story() {
    return story;
  }

  /** Something that a writer, a rotation or an admin does; loses nothing by itself. */
  void change() throws IOException {
    switch (random.nextInt(5)) {
      case 0, 1 -> write();
      case 2 -> rotate();
      case 3 -> lead();
      default -> {
        rotate();
        write();
      }
    }
  }

  private void write() throws IOException {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      CatalogFixture.append(file, "%07d".formatted(lines++));
    }
    story.add("write " + count);
  }

  private void rotate() throws IOException {
    if (Files.exists(file)) {
      Path to = file.resolveSibling("app.log.20261129-%06d".formatted(++files));
      Files.move(file, to);
      story.add("rotate to " + to.getFileName());
    }
  }

  /** Makes the links lead to another file, which has a line already. */
  private void lead() throws IOException {
    Path link = Files.isSymbolicLink(log) ? root.resolve("middle") : root.resolve("named");
    if (Files.isSymbolicLink(link)) {
      Path next = Files.createDirectories(root.resolve("real/" + ++files)).resolve("app.log");
      CatalogFixture.append(next, "%07d".formatted(lines++));
      file = next;
      Path fresh = root.resolve("fresh");
      Files.createSymbolicLink(fresh, Files.isSymbolicLink(log) ? next : next.getParent());
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
      story.add("lead to " + files);
    }
  }
}
