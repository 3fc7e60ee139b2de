package dev.natsfleet.checks.tree;

/** The two source sets of a module. */
public enum SourceSet {
  MAIN("src/main/java/"),
  TEST("src/test/java/");

  private final String directory;

  SourceSet(String directory) {
    this.directory = directory;
  }

  String directory() {
    return directory;
  }
}
