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

class MarkTest {

  private final Mark mark = new Mark("LOCAL_MARK_TEST", UUID.randomUUID().toString());

  @AfterEach
  void killAll() {
    mark.kill();
  }

  @RepeatedTest(50)
  void shouldFindAProcessThatOutlivedItsParentInItsOwnSession() throws Exception {
    // Given
    Process parent = start("bash", "-c", "setsid sleep 60 & exit 0");

    // When
    parent.waitFor();

    // Then
    assertThat(mark.holders()).hasSize(1);
    assertThat(mark.holders().getFirst().parent().map(ProcessHandle::pid))
        .isNotEqualTo(parent.pid());
  }

  @Test
  void shouldLeaveProcessesWithoutTheMarkAlone() {
    // Given
    List<ProcessHandle> before = mark.holders();

    // When
    boolean gone = mark.gone(Duration.ZERO);

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
    mark.signal(Signal.STOP);
    awaitStopped(process.pid(), true);
    mark.signal(Signal.CONT);
    awaitStopped(process.pid(), false);
  }

  @Test
  void shouldSayThatAProcessDoesNotWantToEnd() throws Exception {
    // Given
    Process stubborn =
        start("bash", "-c", "trap '' TERM; echo ready; while :; do read -t 60 <> <(:); done");
    assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");

    // When
    mark.signal(Signal.TERM);
    boolean gone = mark.gone(Duration.ofMillis(200));
    mark.kill();

    // Then
    assertThat(gone).isFalse();
    assertThat(mark.holders()).isEmpty();
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    mark.put(builder.environment());
    return builder.start();
  }

  /** A signal is delivered after kill(2) has returned, when its process is scheduled next. */
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
