package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock of a program's own that jumps while the program runs, by Debian's faketime. It is the
 * clock on the wall; what measures waits goes on as it is, as when an administrator sets a clock.
 */
final class FakeClock {

  private final Path file;
  private Duration ahead = Duration.ZERO;

  /** A clock that is right, for now. */
  FakeClock(Path file) throws IOException {
    this.file = file;
    write();
  }

  /** The environment of a program that lives by it. */
  String[] settings(String... more) throws IOException, InterruptedException {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add(
        "LD_PRELOAD=" + ProgramRun.run("faketime", "-m", "-f", "+0", "printenv", "LD_PRELOAD"));
    settings.add("FAKETIME_TIMESTAMP_FILE=" + file);
    settings.add("FAKETIME_NO_CACHE=1");
    settings.add("FAKETIME_DONT_FAKE_MONOTONIC=1");
    settings.add("FAKETIME_FORCE_MONOTONIC_FIX=0"); // its way with old libraries breaks waits
    settings.add("NO_FAKE_STAT=1");
    return settings.toArray(String[]::new);
  }

  /** Jumps, back when negative. */
  void jump(Duration by) throws IOException {
    ahead = ahead.plus(by);
    write();
  }

  /** Jumps to a time. */
  void set(Instant time) throws IOException {
    jump(Duration.between(Instant.now().plus(ahead), time));
  }

  private void write() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, "%+d\n".formatted(ahead.toSeconds()));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
