package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real file system of a few pages in memory. Mounting needs root; without it the test fails. */
final class SmallDisk {

  private final Path place;

  /** Mounts it at a directory. */
  SmallDisk(Path place, String size) throws Exception {
    this.place = Files.createDirectories(place);
    assertThat(
            ProgramRun.succeeds(
                "mount", "-t", "tmpfs", "-o", "size=" + size, "small", place.toString()))
        .as("this test mounts a small disk at %s: run it as root with CAP_SYS_ADMIN", place)
        .isTrue();
  }

  /** Mounts it again with other options; waits until no file is open that forbids it. */
  void remount(String options) throws Exception {
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> ProgramRun.succeeds("mount", "-o", "remount," + options, place.toString()),
        () -> place + " stays in use");
  }

  /** To be called when nobody uses it any more. */
  void unmount() throws IOException, InterruptedException {
    ProgramRun.run("umount", place.toString());
  }
}
