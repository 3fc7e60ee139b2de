package dev.natsfleet.local.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReaperTest {

  private final ProcessTag tag = new ProcessTag("LOCAL_REAPER_TEST", UUID.randomUUID().toString());

  @AfterEach
  void killAll() {
    tag.kill();
  }

  @Test
  void shouldEndEveryMarkedProcessWhenItsOwnerIsKilled() throws Exception {
    // Given
    Process owner = startOwner();
    assertThat(owner.inputReader().readLine()).isEqualTo("started");
    assertThat(tag.processes()).hasSize(1);

    // When
    owner.destroyForcibly().waitFor();

    // Then
    assertThat(tag.awaitGone(Duration.ofSeconds(20))).isTrue();
  }

  private Process startOwner() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Owner.class.getName(),
            tag.key(),
            tag.value())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A small fleet: a reaper, and one process that nothing else would end. */
  static final class Owner {

    private Owner() {}

    public static void main(String[] args) throws Exception {
      ProcessTag tag = new ProcessTag(args[0], args[1]);
      Reaper.start(tag);
      ProcessBuilder orphan = new ProcessBuilder("setsid", "sleep", "600");
      tag.put(orphan.environment());
      orphan.start();
      System.out.write("started\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      System.out.flush();
      Thread.currentThread().join();
    }
  }
}
