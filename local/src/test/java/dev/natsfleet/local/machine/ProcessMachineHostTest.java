package dev.natsfleet.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@Timeout(60)
class ProcessMachineHostTest {

  private static final URI METADATA = URI.create("http://127.0.1.4:1");

  /**
   * A script in place of an agent: it starts a server in a session of its own, and records its own
   * start.
   */
  private static final String AGENT =
      "echo agent $$ >> console.log;"
          + " [ -e server ] || { setsid tail -f /dev/null & echo $! > server; };"
          + " exec tail -f /dev/null";

  @TempDir private Path disks;
  private ProcessMachineHost instances;

  @BeforeEach
  void start() {
    instances = running(AGENT);
  }

  @AfterEach
  void close() {
    instances.close();
  }

  @Test
  void shouldEndTheServerWithItsMachineThoughItOutlivesItsAgent() throws Exception {
    // Given
    ProcessHandle server = process(await("i-1/server", text -> text.endsWith("\n")).strip());
    ProcessHandle agent = agent(1);

    // When
    agent.destroyForcibly();
    agent(2);
    boolean survivedItsAgent = isRunning(server);
    instances.stop("i-1");

    // Then
    assertThat(survivedItsAgent).isTrue();
    assertThat(isRunning(server)).isFalse();
  }

  @Test
  void shouldStartAnAgentAgainThatWasKilled() throws Exception {
    // Given
    ProcessHandle first = agent(1);

    // When
    first.destroyForcibly();

    // Then
    assertThat(agent(2).pid()).isNotEqualTo(first.pid());
  }

  @Test
  void shouldReadTheMachinesEnvironmentFileAtEachStart() throws Exception {
    // Given
    instances.close();
    instances = running("echo $$ ${SPEED:-none} >> speeds; exec tail -f /dev/null");
    String before = await("i-1/speeds", text -> text.endsWith("\n"));

    // When
    Files.writeString(disks.resolve("i-1/environment"), "SPEED=high=5\n");
    process(before.split(" ", 2)[0]).destroyForcibly();

    // Then
    String after = await("i-1/speeds", text -> text.endsWith("\n") && text.lines().count() == 2);
    assertThat(before).endsWith(" none\n");
    assertThat(after).endsWith(" high=5\n");
  }

  @Test
  void shouldNotStartAnythingAgainOnAMachineThatIsOff() throws Exception {
    // Given
    ProcessHandle agent = agent(1);

    // When
    instances.kill("i-1");

    // Then
    assertThat(isRunning(agent)).isFalse();
    assertThat(Files.readAllLines(disks.resolve("i-1/console.log"))).hasSize(1);
  }

  @Test
  void shouldKillWhatDoesNotListenToATermination() throws Exception {
    // Given
    instances.close();
    instances =
        running("trap '' TERM; echo agent $$ >> deaf; while :; do read -t 60 <> <(:); done");
    ProcessHandle deaf =
        process(await("i-1/deaf", text -> text.endsWith("\n")).split(" ", 2)[1].strip());

    // When
    instances.stop("i-1");

    // Then
    assertThat(isRunning(deaf)).isFalse();
  }

  @Test
  void shouldStopAMachineThatStandsStill() throws Exception {
    // Given
    ProcessHandle agent = agent(1);
    instances.pause("i-1");

    // When
    instances.stop("i-1");

    // Then
    assertThat(isRunning(agent)).isFalse();
  }

  @Test
  void shouldDoNothingToAMachineItDoesNotKnow() {
    // When
    instances.stop("i-unknown");
    instances.pause("i-unknown");

    // Then
    assertThat(disks.resolve("i-unknown")).doesNotExist();
  }

  private ProcessMachineHost running(String script) {
    MachineImage image =
        machineSpec -> new MachineImage.Program(List.of("bash", "-c", script), Map.of());
    ProcessMachineHost made = new ProcessMachineHost(image, disks);
    made.start(spec("i-1"), METADATA);
    return made;
  }

  /** The newest agent, after this many starts. */
  private ProcessHandle agent(int starts) throws Exception {
    String console =
        await("i-1/console.log", text -> text.endsWith("\n") && text.lines().count() == starts);
    return process(console.lines().toList().getLast().split(" ", 2)[1]);
  }

  /** Whether the process runs; a zombie does not. */
  private static boolean isRunning(ProcessHandle process) {
    return process.info().command().isPresent();
  }

  private static ProcessHandle process(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private String await(String file, Predicate<String> condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String text = read(file);
    while (!condition.test(text)) {
      assertThat(System.nanoTime()).as("%s: %s", file, text).isLessThan(deadline);
      Thread.sleep(5);
      text = read(file);
    }
    return text;
  }

  private String read(String file) throws IOException {
    Path path = disks.resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  private static InstanceSpec spec(String id) {
    return new InstanceSpec(
        id,
        "127.0.1.4",
        "eu-west-1a",
        "eu-west-1",
        "ami-1",
        "c7g.large",
        null,
        "",
        Map.of(),
        Instant.EPOCH);
  }
}
