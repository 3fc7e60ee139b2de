package dev.natsfleet.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class ServerProcessTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void shouldShowTheEndOfTheLogWhenTheServerEndsTooSoon() {
    // Given
    ServerProcess server = sh("echo the port is taken; exit 3", Map.of());

    // When, Then
    assertThatThrownBy(() -> server.awaitReady(() -> false, LONG))
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("the port is taken");
  }

  @Test
  void shouldKillAServerThatIsNeverReady() {
    // Given
    ServerProcess server = sh("exec sleep 600", Map.of());

    // When, Then
    assertThatThrownBy(() -> server.awaitReady(() -> false, Duration.ofMillis(100)))
        .hasMessageContaining("is not ready");
    assertThat(server.process().isAlive()).isFalse();
  }

  @Test
  void shouldPassTheEnvironmentAndKeepTheOutput() throws Exception {
    // Given
    ServerProcess server = sh("echo region $REGION; exec sleep 600", Map.of("REGION", "eu-west-1"));

    // When
    server.awaitReady(() -> read(server.log()).contains("region eu-west-1"), LONG);
    server.stop(LONG);

    // Then
    assertThat(server.process().exitValue()).isEqualTo(128 + 15);
  }

  @Test
  void shouldOutliveTheThreadThatAskedForIt() throws Exception {
    // Given
    ServerProcess[] started = new ServerProcess[1];
    Thread asking = Thread.ofPlatform().start(() -> started[0] = sh("exec sleep 600", Map.of()));

    // When
    asking.join();

    // Then
    ServerProcess server = started[0];
    assertThat(server.process().waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
    server.close();
  }

  @Test
  void shouldLeaveNoChildWhenTheParentIsKilled() throws Exception {
    // Given
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SleeperParent.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long child = Long.parseLong(parent.inputReader().readLine());
    ProcessHandle sleeper = ProcessHandle.of(child).orElseThrow();
    assertThat(sleeper.isAlive()).isTrue();

    // When
    parent.destroyForcibly();

    // Then
    assertThat(sleeper.onExit().get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(sleeper);
  }

  private ServerProcess sh(String script, Map<String, String> environment) {
    return ServerProcess.start(
        new ServerCommand("server", List.of("/bin/sh", "-c", script), environment, directory));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
