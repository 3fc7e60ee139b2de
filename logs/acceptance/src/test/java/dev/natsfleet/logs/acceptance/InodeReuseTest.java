package dev.natsfleet.logs.acceptance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 5: a file is deleted, and the next of its name has its inode and its first line. */
@Tag("server")
class InodeReuseTest {

  private static final byte[] FIRST = "the same first line\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 1_000;

  @TempDir Path directory;
  private PrivateDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = new PrivateDisk(directory.resolve("logs"));
  }

  @AfterEach
  void unmount() throws Exception {
    disk.close();
  }

  @Test
  void shouldReadAFileWithAnInodeThatCameBackFromItsStart() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory)) {
      LogWriter app = pipelineRun.writer("app.log");
      app.bytes(FIRST);
      app.lines(500);
      pipelineRun.check(app);

      // When it is deleted and comes back while the shipper is down, with more and with less
      int losses = 0;
      for (int lines : new int[] {800, 300}) {
        pipelineRun.pipeline().shipper().kill();
        reincarnate(app.file());
        app.bytes(FIRST);
        app.lines(lines);
        pipelineRun.pipeline().restartShipper();
        losses++; // what was written to the file before it was deleted, nobody knows
        pipelineRun.receiving().checkAround(losses, PipelineRun.HOST, app);
      }

      // Then also while it runs, as soon as it has let go of the deleted file
      reincarnate(app.file());
      app.bytes(FIRST);
      app.lines(400);
      pipelineRun.receiving().checkAround(losses, PipelineRun.HOST, app);
    }
  }

  /** Deletes a file and creates others until one has its inode; that one takes its name. */
  private void reincarnate(Path file) throws Exception {
    Object inode = Files.getAttribute(file, "unix:ino");
    Files.delete(file);
    List<Path> others = new ArrayList<>();
    Path next = Files.createFile(file.resolveSibling("file"));
    while (!Files.getAttribute(next, "unix:ino").equals(inode)) {
      if (others.size() == MOST) {
        throw new AssertionError("the file system does not give inode " + inode + " again");
      }
      others.add(next);
      next = Files.createFile(file.resolveSibling("file" + others.size()));
    }
    Files.move(next, file);
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
