package dev.natsfleet.local.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ProcessTagTest {

  private final ProcessTag tag = new ProcessTag("LOCAL_MARK_TEST", UUID.randomUUID().toString());

  @AfterEach
  void killAll() {
    tag.kill();
  }

  @RepeatedTest(50)
  void shouldFindAProcessThatOutlivedItsParentInItsOwnSession() throws Exception {
    // Given
    Process parent = start("bash", "-c", "setsid sleep 60 & exit 0");

    // When
    parent.waitFor();

    // Then
    assertThat(tag.processes()).hasSize(1);
    assertThat(tag.processes().getFirst().parent().map(ProcessHandle::pid))
        .isNotEqualTo(parent.pid());
  }

  @Test
  void shouldLeaveProcessesWithoutTheMarkAlone() {
    // Given
    List<ProcessHandle> before = tag.processes();

    // When
    boolean gone = tag.awaitGone(Duration.ZERO);

    // Then
    assertThat(before).isEmpty();
    assertThat(gone).isTrue();
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void shouldHoldAProcessStillAndLetItGoOn() throws Exception {
    // Given
    Process process = start("tail", "-f", "/dev/null");

    // When / Then
    tag.signal(PosixSignal.STOP);
    awaitStopped(process.pid(), true);
    tag.signal(PosixSignal.CONT);
    awaitStopped(process.pid(), false);
  }

  @Test
  void shouldSayThatAProcessDoesNotWantToEnd() throws Exception {
    // Given
    Process stubborn =
        start("bash", "-c", "trap '' TERM; echo ready; while :; do read -t 60 <> <(:); done");
    assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");

    // When
    tag.signal(PosixSignal.TERM);
    boolean gone = tag.awaitGone(Duration.ofMillis(200));
    tag.kill();

    // Then
    assertThat(gone).isFalse();
    assertThat(tag.processes()).isEmpty();
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    tag.put(builder.environment());
    return builder.start();
  }

  /**
   * Waits, because a signal is delivered after kill(2) has returned, when its process is scheduled
   * next.
   */
  private static void awaitStopped(long pid, boolean stopped) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (isStopped(pid) != stopped) {
      assertThat(System.nanoTime()).as("stopped should be %s", stopped).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static boolean isStopped(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
  }
}
