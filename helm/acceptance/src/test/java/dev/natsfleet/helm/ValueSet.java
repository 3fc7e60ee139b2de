package dev.natsfleet.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder under {@code renderings}: the values of one kind of user, and what they come to. */
record ValueSet(Path folder) {

  private static final Path ALL =
      HelmCommand.ROOT.resolve("helm/acceptance/src/test/resources/renderings");

  static List<ValueSet> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.sorted().map(ValueSet::new).toList();
    }
  }

  Path values() {
    return folder.resolve("values.yaml");
  }

  Path rendered() {
    return folder.resolve("rendered.yaml");
  }

  /** What the chart renders, one document each. */
  List<String> documents() throws IOException, InterruptedException {
    String all = HelmCommand.template("--values", values().toString()).succeeded();
    return Stream.of(all.split("(?m)^---\n", -1)).filter(document -> !document.isBlank()).toList();
  }

  static boolean isKind(String document, String kind) {
    return document.lines().anyMatch(line -> line.replace("\"", "").equals("kind: " + kind));
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
