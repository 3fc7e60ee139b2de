package dev.natsfleet.local.view;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.registry.ClusterId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A NatsCluster object, its status and its events. */
public final class KubernetesView implements AutoCloseable {

  private final KubernetesClient client;
  private final ClusterId cluster;

  public KubernetesView(Path kubeconfig, ClusterId cluster) {
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
            .build();
    this.cluster = cluster;
  }

  /** Empty if there is no such object. */
  public Optional<NatsCluster> object() {
    return Optional.ofNullable(resource().get());
  }

  /** Empty before the operator has written one. */
  public Optional<NatsClusterStatus> status() {
    return object().map(NatsCluster::getStatus);
  }

  /** Whether the condition is True for the newest generation. */
  public boolean isTrue(String condition) {
    return condition(condition).filter(found -> found.status().equals("True")).isPresent();
  }

  /** The condition of this type, if it is about the newest generation. */
  public Optional<Condition> condition(String type) {
    return object()
        .flatMap(object -> condition(object, type).filter(found -> isCurrent(object, found)));
  }

  /**
   * Whether the cluster is ready with exactly this many nodes, which is also its desired number.
   */
  public boolean isSettledAt(int nodes) {
    return isTrue("Ready")
        && status()
            .filter(now -> now.ready() == nodes && now.desired() == nodes)
            .filter(now -> now.nodes().size() == nodes)
            .isPresent();
  }

  /**
   * NATS URLs of the serving nodes themselves. Applications use {@code status.endpoints}, whose
   * name resolves only inside Kubernetes.
   */
  public List<String> servers() {
    return status().stream()
        .flatMap(status -> status.nodes().stream())
        .filter(node -> node.state().equals("SERVING"))
        .map(node -> "nats://" + node.ip() + ":4222")
        .toList();
  }

  /** The addresses behind the cluster's Service. */
  public Set<String> endpoints() {
    return client
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(cluster.namespace())
        .withLabel("kubernetes.io/service-name", cluster.name())
        .list()
        .getItems()
        .stream()
        .flatMap(slice -> Stream.ofNullable(slice.getEndpoints()).flatMap(List::stream))
        .flatMap(endpoint -> endpoint.getAddresses().stream())
        .collect(Collectors.toSet());
  }

  /** Events about the object, the oldest first. */
  public List<Event> events() {
    return client.v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getName().equals(cluster.name()))
        .toList();
  }

  /** The events as lines for people. */
  public List<String> eventLines() {
    return events().stream().map(event -> event.getReason() + ": " + event.getMessage()).toList();
  }

  @Override
  public void close() {
    client.close();
  }

  private Resource<NatsCluster> resource() {
    return client
        .resources(NatsCluster.class)
        .inNamespace(cluster.namespace())
        .withName(cluster.name());
  }

  private static Optional<Condition> condition(NatsCluster object, String type) {
    return Optional.ofNullable(object.getStatus()).stream()
        .flatMap(status -> status.conditions().stream())
        .filter(condition -> condition.type().equals(type))
        .findFirst();
  }

  private static boolean isCurrent(NatsCluster object, Condition condition) {
    return condition.observedGeneration() == object.getMetadata().getGeneration();
  }
}
