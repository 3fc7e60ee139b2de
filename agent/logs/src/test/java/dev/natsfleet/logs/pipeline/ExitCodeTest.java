package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How both programs end when they cannot begin. */
class ExitCodeTest {

  private static final String RECEIVER = "natsfleet-receiver";

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", RECEIVER})
  void shouldNameEveryProblemOfTheEnvironmentAtOnce(String launcher) throws Exception {
    Program.set(
        environment,
        "SHIPPER_PARTITIONS=many",
        "HOSTNAME=a/b",
        "SHIPPER_LISTEN=0.0.0.0:80",
        "SHIPPER_TYPO=1",
        "NATS_KEY=" + directory.resolve("none"));
    Program program = run(launcher);

    assertThat(program.process().awaitEnd()).isEqualTo(2);
    assertThat(program.said())
        .contains("NATS_URL is missing", "SHIPPER_SUBJECT is missing", "SHIPPER_PARTITIONS=many")
        .contains("HOSTNAME=a/b", "is not on loopback", "SHIPPER_TYPO", "NATS_KEY belong together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", RECEIVER})
  void shouldShowHowItIsUsed(String launcher) throws Exception {
    complete();
    Program program = run(launcher, "no", "such");

    assertThat(program.process().awaitEnd()).isEqualTo(64);
    assertThat(program.said()).contains("usage: natsfleet-");
  }

  @Test
  void shouldNotShareItsState() throws Exception {
    complete();
    Program first = run(RECEIVER);
    Await.until(
        Receiving.PATIENCE,
        () -> directory.resolve("state/lock").toFile().exists(),
        () -> "it takes no lock: " + first.said());
    Program second = run(RECEIVER);

    assertThat(second.process().awaitEnd()).isEqualTo(1);
    assertThat(second.said()).contains("another receiver has", "set SHIPPER_STATE");
    first.process().close();
  }

  private void complete() {
    Program.set(
        environment,
        "NATS_URL=nats://127.0.0.1:1",
        "SHIPPER_SUBJECT=shipper",
        "SHIPPER_FILE=" + directory.resolve("*.log"),
        "SHIPPER_OUTPUT=" + directory.resolve("out"),
        "SHIPPER_STATE=" + directory.resolve("state"));
  }

  private Program run(String launcher, String... arguments) throws Exception {
    return new Program(launcher, environment, directory.resolve("said"), arguments);
  }
}
