package dev.natsfleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.state.StateDirectory;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.servers.PinnedTool;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.dynamodb.DynamoClients;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import dev.natsfleet.registry.dynamodblocal.DynamoLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The agent as a program, against DynamoDB Local. */
@Tag("server")
class AgentProcessTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final String ip = TestLoopback.next();
  private DynamoLocal dynamo;
  private DynamoDbClient client;
  private ImdsStub imds;
  private AutoScalingStub scaling;
  private AgentProgram program;

  @BeforeEach
  void open() {
    dynamo = DynamoLocal.start();
    imds = new ImdsStub("i-1", ip, "eu-west-1a");
    scaling = new AutoScalingStub();
    client =
        DynamoClients.builder(DynamoClients.CONTROL)
            .endpointOverride(dynamo.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
    program = new AgentProgram(environment(), ip, directory.resolve("agent.out"));
    DynamoRegistry registry = registry();
    registry.tables("uid-1").create();
    registry.control().put(AgentCluster.settings("r1", 1_048_576, "{}"));
    registry.control().put(new ClusterRow("uid-1", "r1"));
  }

  @AfterEach
  void close() {
    program.close();
    for (ProcessHandle server : servers()) {
      server.destroyForcibly();
    }
    scaling.close();
    imds.close();
    client.close();
    dynamo.close();
  }

  @Test
  void shouldKeepTheServerWhenTheAgentIsKilled() throws Exception {
    // Given
    Process first = program.run();
    program.awaitState("SERVING");
    StateDirectory state = new StateDirectory(directory.resolve("state"));
    Await.until(SOON, () -> state.read().launched(), () -> program.page("/status"));
    List<ProcessHandle> before = servers();

    // When
    first.destroyForcibly().waitFor();
    program.run();
    program.awaitState("SERVING");

    // Then
    assertThat(servers()).isEqualTo(before).hasSize(1);
    assertThat(scaling.requests("CompleteLifecycleAction"))
        .singleElement()
        .asString()
        .contains("LifecycleHookName=natsfleet-launch", "InstanceId=i-1");
  }

  @Test
  void shouldStartAnAdoptedServerAgainWhenItIsKilled() throws Exception {
    // Given
    Process first = program.run();
    program.awaitState("SERVING");
    first.destroyForcibly().waitFor();
    program.run();
    program.awaitState("SERVING");
    long before = servers().getFirst().pid();

    // When
    servers().getFirst().destroyForcibly();
    Await.until(
        SOON,
        () -> servers().stream().anyMatch(server -> server.pid() != before),
        () -> program.page("/status"));
    program.awaitState("SERVING");

    // Then
    assertThat(program.page("/metrics")).contains("natsfleet_agent_server_crashes_total 1.0\n");
  }

  @Test
  void shouldStopTheAgentAloneOnSigtermAndTheServerOnDrain() throws Exception {
    // Given
    Process agent = program.run();
    program.awaitState("SERVING");

    // When the agent is ended, for an upgrade
    agent.destroy();
    agent.waitFor();

    // Then
    assertThat(servers()).hasSize(1);

    // When the host goes down
    Process next = program.run();
    program.awaitState("SERVING");
    Process drain = program.run("drain");

    // Then
    assertThat(drain.waitFor()).isZero();
    assertThat(next.waitFor()).isZero();
    assertThat(servers()).isEmpty();
    assertThat(registry().nodeRows().rows()).isEmpty();
  }

  @Test
  void shouldSayThatNothingIsDrainedWithoutAnAgent() throws Exception {
    // When
    int code = program.run("drain").waitFor();

    // Then
    assertThat(code).isEqualTo(5);
    assertThat(directory.resolve("agent.out")).content().contains("nothing is drained");
  }

  @Test
  void shouldRefuseToRunTwice() throws Exception {
    // Given
    Process first = program.run();
    program.awaitState("SERVING");

    // When
    Process second = program.run();

    // Then
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void shouldEndSoThatItIsStartedAgainWhileItsDirectoryCannotBeUsed() throws Exception {
    // Given
    Files.writeString(directory.resolve("state"), "a file where the directory should be");

    // When
    int code = program.run().waitFor();

    // Then
    assertThat(code).isEqualTo(4);
    assertThat(directory.resolve("agent.out")).content().contains("state directory cannot be used");
  }

  private DynamoRegistry registry() {
    return DynamoRegistry.open(client, ClusterId.parse("team/orders"));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(dynamo.environment());
    environment.put("AWS_ENDPOINT_URL_AUTO_SCALING", scaling.endpoint().toString());
    environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", imds.endpoint().toString());
    environment.put("NATSFLEET_STATE_DIR", directory.resolve("state").toString());
    environment.put("NATSFLEET_SERVER_BINARY", PinnedTool.NATS_SERVER.path().toString());
    environment.put("NATSFLEET_MONITOR_ADDRESS", ip);
    environment.put("NATSFLEET_HTTP_ADDRESS", ip);
    return environment;
  }

  private List<ProcessHandle> servers() {
    String config = directory.resolve("state").resolve("nats-server.conf").toString();
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(process -> commandLine(process).endsWith("\0-c\0" + config + "\0"))
        .toList();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException e) {
      return "";
    }
  }
}
