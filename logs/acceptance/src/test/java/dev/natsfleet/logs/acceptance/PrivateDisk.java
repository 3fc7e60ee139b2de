package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ext4 that nobody else creates files on, so that an inode that was given back is given out
 * next. Mounting needs root; without it the test fails.
 */
final class PrivateDisk {

  private static final long BYTES = 64L << 20;

  private final Path place;

  /** Makes it in a file beside the directory that it is mounted at. */
  PrivateDisk(Path place) throws Exception {
    this.place = Files.createDirectories(place);
    Path image = place.resolveSibling(place.getFileName() + ".ext4");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(BYTES);
    }
    ProgramRun.run("mkfs.ext4", "-q", "-F", "-I", "256", image.toString());
    assertThat(ProgramRun.succeeds("mount", "-o", "loop", image.toString(), place.toString()))
        .as("this test mounts a disk at %s: run it as root with CAP_SYS_ADMIN", place)
        .isTrue();
  }

  /** To be called when its users have ended. */
  void close() throws IOException, InterruptedException {
    ProgramRun.run("umount", place.toString());
  }
}
