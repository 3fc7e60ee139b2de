package dev.natsfleet.checks.picture;

import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;

/** Draws the picture into its page: {@code make picture}. */
final class PictureMain {
  private PictureMain() {}

  static void main() throws IOException {
    SourceTree sourceTree = SourceTree.ofBuild();
    Files.writeString(
        sourceTree.root().resolve(ArchitecturePicture.PAGE),
        ArchitecturePicture.of(sourceTree).page());
  }
}
