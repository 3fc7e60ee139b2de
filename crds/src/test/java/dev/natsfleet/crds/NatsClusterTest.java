package dev.natsfleet.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterStatus.NodeStatus;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class NatsClusterTest {

  private static final NatsClusterStatus STATUS =
      new NatsClusterStatus(
          1L,
          "Scaling",
          "NodesJoining",
          2,
          3,
          3,
          "2.15.2",
          "0123456789",
          "natsfleet.dev/cluster=full",
          List.of("nats://127.0.1.4:4222"),
          List.of(
              new NodeStatus(
                  "i-0a1b2c3d4e5f60001",
                  "127.0.1.4",
                  "eu-west-1a",
                  "core",
                  "InService",
                  "SERVING",
                  "2.15.2",
                  "0123456789",
                  "1/2",
                  10L,
                  "apply-settings",
                  "one route is down"),
              new NodeStatus(
                  "i-0a1b2c3d4e5f60002",
                  null,
                  "eu-west-1b",
                  "core",
                  "Pending",
                  "Unknown",
                  null,
                  null,
                  "unknown",
                  null,
                  null,
                  null)),
          List.of(new PlannedStep("wait for i-0a1b2c3d4e5f60002", "it boots")),
          List.of(
              new Condition(
                  "Ready", "False", 1, "2026-01-01T00:00:00Z", "NodesJoining", "2 of 3 serve")));

  @TempDir Path directory;

  @AfterEach
  void deleteClusters() {
    TestApiServer.kubectl("delete", "nc", "--all", "--wait").orThrow();
  }

  @Test
  void shouldTakeTheExample() {
    // When
    TestApiServer.Said said =
        TestApiServer.kubectl("apply", "-f", TestApiServer.EXAMPLE.toString());

    // Then
    assertThat(said.text()).isEqualToIgnoringNewLines("natscluster.natsfleet.dev/demo created");
  }

  @Test
  void shouldRefuseAnUnknownFieldThroughKubectl() throws IOException {
    // Given
    ObjectNode misspelt = ExampleCluster.named("misspelt");
    ((ObjectNode) misspelt.at("/spec/core")).put("desried", 5);
    Path file = directory.resolve("misspelt.yaml");
    Files.writeString(file, ExampleCluster.YAML.writeValueAsString(misspelt));

    // When
    TestApiServer.Said said = TestApiServer.kubectl("apply", "-f", file.toString());

    // Then
    assertThat(said.exitCode()).isNotZero();
    assertThat(said.text()).contains("unknown field \"spec.core.desried\"");
  }

  @Test
  void shouldFillInWhatTheRecordsFillIn() throws IOException {
    // Given
    ObjectNode sparse = ExampleCluster.named("sparse");
    sparse.withObject("/spec").remove(List.of("core", "server", "registration", "deletionPolicy"));
    sparse.withObject("/spec").putObject("core");
    sparse.withObject("/spec/nodes").remove("tags");
    NatsClusterSpec before =
        ExampleCluster.YAML.treeToValue(sparse.get("spec"), NatsClusterSpec.class);

    // When
    TestApiServer.client().resource(ExampleCluster.resource(sparse)).create();

    // Then
    assertThat(stored("sparse").get().getSpec()).isEqualTo(before);
    assertThat(before.core()).isEqualTo(new CorePool(0, 3, 20, CapacityOwner.Operator));
    assertThat(before.server()).isEqualTo(ServerSpec.DEFAULTS);
    assertThat(before.server().maxPayload()).isEqualTo("1Mi");
    assertThat(before.server().lameDuckDuration()).isEqualTo("2m");
    assertThat(before.server().config()).isEmpty();
    assertThat(before.registration()).isEqualTo(new RegistrationSpec(10, 30, 300));
    assertThat(before.deletionPolicy()).isEqualTo(DeletionPolicy.Retain);
    assertThat(before.paused()).isFalse();
  }

  @Test
  void shouldLoseNothingOnTheWayThroughTheServer() throws IOException {
    // Given
    NatsCluster cluster = new NatsCluster();
    cluster.setMetadata(new ObjectMetaBuilder().withName("full").withNamespace("default").build());
    cluster.setSpec(spec("full"));
    TestApiServer.client().resource(cluster).create();

    // When
    applyStatus("full");

    // Then
    assertThat(stored("full").get().getSpec()).isEqualTo(cluster.getSpec());
    assertThat(stored("full").get().getStatus()).isEqualTo(STATUS);
  }

  @Test
  void shouldIgnoreFieldsOfANewerVersion() throws IOException {
    // Given
    JsonNode newer =
        ExampleCluster.merged(
            ExampleCluster.named("newer"),
            ExampleCluster.YAML.readTree(
                "{spec: {shards: 2, core: {warm: 1}}, status: {mood: good}}"));

    // When
    NatsCluster read = ExampleCluster.YAML.treeToValue(newer, NatsCluster.class);

    // Then
    assertThat(read.getSpec()).isEqualTo(spec("newer"));
  }

  @Test
  void shouldScaleTheCorePool() throws IOException {
    // Given
    TestApiServer.client()
        .resource(ExampleCluster.resource(ExampleCluster.named("scaled")))
        .create();

    // When
    TestApiServer.Said said = TestApiServer.kubectl("scale", "nc/scaled", "--replicas=5");

    // Then
    assertThat(said.text()).contains("scaled");
    CorePool core = stored("scaled").get().getSpec().core();
    assertThat(core).isEqualTo(new CorePool(0, 5, 20, CapacityOwner.Operator));
  }

  @Test
  void shouldRefuseToScaleBeyondTheLargestSize() {
    // Given
    TestApiServer.client()
        .resource(ExampleCluster.resource(ExampleCluster.named("scaled")))
        .create();

    // When
    TestApiServer.Said said = TestApiServer.kubectl("scale", "nc/scaled", "--replicas=21");

    // Then
    assertThat(said.text()).contains("spec.core.desired 21 is not between min 0 and max 20");
  }

  @Test
  void shouldIgnoreDesiredWhenAnotherOwnsTheCapacity() throws IOException {
    // Given
    JsonNode external =
        ExampleCluster.merged(
            ExampleCluster.named("external"),
            ExampleCluster.YAML.readTree("{spec: {core: {capacityOwner: External, desired: 21}}}"));

    // When
    GenericKubernetesResource created =
        TestApiServer.client().resource(ExampleCluster.resource(external)).create();

    // Then
    assertThat(created.getMetadata().getUid()).isNotBlank();
  }

  @Test
  void shouldShowItsColumns() {
    // Given
    TestApiServer.client()
        .resource(ExampleCluster.resource(ExampleCluster.named("shown")))
        .create();
    applyStatus("shown");

    // When
    List<String> lines = TestApiServer.kubectl("get", "nc", "shown").text().lines().toList();

    // Then
    assertThat(lines.getFirst()).matches("NAME +READY +DESIRED +VERSION +PHASE +REASON +AGE *");
    assertThat(lines.getLast()).matches("shown +2 +3 +2\\.15\\.2 +Scaling +NodesJoining +\\d+s *");
  }

  /** As the operator does it: a fresh object with nothing but its status. */
  private static void applyStatus(String name) {
    NatsCluster fresh = new NatsCluster();
    fresh.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace("default").build());
    fresh.setStatus(STATUS);
    TestApiServer.client()
        .resource(fresh)
        .subresource("status")
        .patch(PatchContext.of(PatchType.SERVER_SIDE_APPLY));
  }

  private static NatsClusterSpec spec(String name) throws IOException {
    return ExampleCluster.YAML.treeToValue(
        ExampleCluster.named(name).get("spec"), NatsClusterSpec.class);
  }

  private static Resource<NatsCluster> stored(String name) {
    return TestApiServer.client()
        .resources(NatsCluster.class)
        .inNamespace("default")
        .withName(name);
  }
}
