package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How both programs end when they cannot begin. */
@Tag("server")
class ExitCodeTest {

  private static final String RECEIVER = "natsfleet-receiver";

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", RECEIVER})
  void shouldNameEveryProblemOfTheEnvironmentAtOnce(String launcher) throws Exception {
    ProgramProcess.set(
        environment,
        "SHIPPER_PARTITIONS=many",
        "HOSTNAME=a/b",
        "SHIPPER_LISTEN=0.0.0.0:80",
        "SHIPPER_TYPO=1",
        "NATS_KEY=" + directory.resolve("none"));
    ProgramProcess programProcess = run(launcher);

    assertThat(programProcess.process().awaitEnd()).isEqualTo(2);
    assertThat(programProcess.said())
        .contains("NATS_URL is missing", "SHIPPER_SUBJECT is missing", "SHIPPER_PARTITIONS=many")
        .contains("HOSTNAME=a/b", "is not on loopback", "SHIPPER_TYPO", "NATS_KEY belong together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", RECEIVER})
  void shouldShowHowItIsUsed(String launcher) throws Exception {
    complete();
    ProgramProcess programProcess = run(launcher, "no", "such");

    assertThat(programProcess.process().awaitEnd()).isEqualTo(64);
    assertThat(programProcess.said()).contains("usage: natsfleet-");
  }

  @Test
  void shouldNotShareItsState() throws Exception {
    complete();
    ProgramProcess first = run(RECEIVER);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> directory.resolve("state/receiver-lock").toFile().exists(),
        () -> "it takes no lock: " + first.said());
    ProgramProcess second = run(RECEIVER);

    assertThat(second.process().awaitEnd()).isEqualTo(1);
    assertThat(second.said()).contains("another receiver has", "set SHIPPER_STATE");
    first.process().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", RECEIVER})
  void shouldNameTheVariableOfAStateThatIsNoDirectory(String launcher) throws Exception {
    complete();
    Path file = Files.createFile(directory.resolve("file"));
    environment.put("SHIPPER_STATE", file.toString());
    ProgramProcess programProcess = run(launcher);

    assertThat(programProcess.process().awaitEnd()).isEqualTo(1);
    assertThat(programProcess.said())
        .contains("SHIPPER_STATE=" + file + " cannot be used", "file already exists");
  }

  @Test
  void shouldEndWithoutAServer() throws Exception {
    complete();
    ProgramProcess programProcess = run(RECEIVER);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> programProcess.said().contains("NATS connection"),
        programProcess::said);
    programProcess.process().signal("TERM");

    Await.until(
        ReceiverProcess.PATIENCE,
        () -> !programProcess.process().isAlive(),
        () -> "it goes on: " + programProcess.said());
    assertThat(programProcess.process().awaitEnd()).isEqualTo(143);
  }

  private void complete() {
    ProgramProcess.set(
        environment,
        "NATS_URL=nats://127.0.0.1:1",
        "SHIPPER_SUBJECT=shipper",
        "SHIPPER_FILE=" + directory.resolve("*.log"),
        "SHIPPER_OUTPUT=" + directory.resolve("out"),
        "SHIPPER_STATE=" + directory.resolve("state"));
  }

  private ProgramProcess run(String launcher, String... arguments) throws Exception {
    return new ProgramProcess(launcher, environment, directory.resolve("said"), arguments);
  }
}
