package dev.natsfleet.operator.acceptance;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;

/**
 * A NatsCluster of a test's own. Closing it deletes it with all it made, and does not wait for the
 * end: {@link DeletionAcceptanceTest} does, and the next test has another name.
 */
final class TestCluster implements AutoCloseable {

  private static final Path EXAMPLE = OperatorTestbed.ROOT.resolve("examples/nats-cluster.yaml");
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final String name;
  private final Resource<NatsCluster> object;

  private TestCluster(String name) {
    this.name = name;
    this.object =
        OperatorTestbed.kubernetes()
            .resources(NatsCluster.class)
            .inNamespace("default")
            .withName(name);
  }

  /** Applies the example under another name. */
  static TestCluster apply(String name) {
    return apply(name, UnaryOperator.identity());
  }

  /**
   * Applies the example under another name.
   *
   * @param change of the YAML
   */
  static TestCluster apply(String name, UnaryOperator<String> change) {
    String yaml = change.apply(example().replace("name: demo", "name: " + name));
    OperatorTestbed.kubernetes()
        .resource(Serialization.unmarshal(yaml, NatsCluster.class))
        .create();
    return new TestCluster(name);
  }

  ClusterId id() {
    return new ClusterId("default", name);
  }

  String group() {
    return id().awsName() + ".core";
  }

  /** The Auto Scaling group, which must be there. */
  AutoScalingGroup seen() {
    return OperatorTestbed.aws().clients().groups(group()).getFirst();
  }

  /** Instance ids of the members of the group. */
  Set<String> members() {
    return seen().instances().stream().map(Instance::instanceId).collect(Collectors.toSet());
  }

  /** Instance ids of the rows in the registry. */
  Set<String> rows() {
    return DynamoRegistry.open(OperatorTestbed.aws().tables(), id()).nodeRows().rows().stream()
        .map(NodeRow.Managed.class::cast)
        .map(row -> row.beat().who().instance())
        .collect(Collectors.toSet());
  }

  /** The object, which must be there. */
  NatsCluster object() {
    return Objects.requireNonNull(object.get(), name);
  }

  /** Changes the specification by a JSON merge patch. */
  void patch(String spec) {
    object.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":" + spec + "}");
  }

  /** Sets an annotation of the object. */
  void annotate(String name, String value) {
    object.patch(
        PatchContext.of(PatchType.JSON_MERGE),
        "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}".formatted(name, value));
  }

  void delete() {
    object.delete();
  }

  TestCluster awaitReady(int nodes) {
    return await(
        nodes + " nodes ready and nothing to do",
        status ->
            status.phase().equals("Running")
                && status.ready() == nodes
                && status.nodes().size() == nodes);
  }

  /** Waits until the status is of the newest specification and as wanted. */
  TestCluster await(String what, Predicate<NatsClusterStatus> wanted) {
    Await.until(
        name + ": " + what,
        () -> {
          NatsCluster now = object();
          Long generation = now.getMetadata().getGeneration();
          return status()
              .filter(s -> generation.equals(s.observedGeneration()))
              .filter(wanted)
              .isPresent();
        },
        LIMIT,
        () -> String.valueOf(status()));
    return this;
  }

  /** Waits until the operator has no other cluster to look after. */
  TestCluster awaitAlone() {
    Await.until(
        name + " is the only cluster",
        () ->
            OperatorTestbed.kubernetes()
                    .resources(NatsCluster.class)
                    .inNamespace("default")
                    .list()
                    .getItems()
                    .size()
                == 1,
        LIMIT,
        () -> String.valueOf(status()));
    return this;
  }

  void awaitGone() {
    Await.until(
        name + ": no object", () -> object.get() == null, LIMIT, () -> String.valueOf(status()));
  }

  Optional<NatsClusterStatus> status() {
    return Optional.ofNullable(object.get()).map(NatsCluster::getStatus);
  }

  Condition condition(String type) {
    return status().orElseThrow().conditions().stream()
        .filter(c -> c.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** Notes of its events with this reason. */
  List<String> events(String reason) {
    return OperatorTestbed.kubernetes()
        .events()
        .v1()
        .events()
        .inNamespace("default")
        .list()
        .getItems()
        .stream()
        .filter(event -> event.getRegarding().getName().equals(name))
        .filter(event -> event.getReason().equals(reason))
        .map(Event::getNote)
        .toList();
  }

  /** Whether there is an event of this reason with this text in its note. */
  boolean hasEvent(String reason, String text) {
    return events(reason).stream().anyMatch(note -> note.contains(text));
  }

  @Override
  public void close() {
    if (object.get() != null) {
      patch("{\"paused\":false,\"deletionPolicy\":\"Delete\"}");
      delete();
    }
  }

  private static String example() {
    try {
      return Files.readString(EXAMPLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
