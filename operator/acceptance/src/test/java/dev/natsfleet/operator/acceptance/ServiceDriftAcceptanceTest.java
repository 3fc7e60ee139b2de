package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Somebody changes the Service and the slices by hand. */
@Tag("server")
@Execution(ExecutionMode.CONCURRENT)
class ServiceDriftAcceptanceTest {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final String OWNER = "natsfleet.dev/owner";

  @Test
  void shouldCorrectWhatSomebodyChangedAndNameIt() {
    try (TestCluster cluster = TestCluster.apply("edited").awaitReady(3)) {
      // Given
      service("edited").patch(MERGE, "{\"metadata\":{\"labels\":{\"team\":\"payments\"}}}");

      // When
      service("edited")
          .patch(
              MERGE,
              """
              {"metadata":{"labels":{"app.kubernetes.io/managed-by":"somebody"}},
               "spec":{"ipFamilyPolicy":"SingleStack","ipFamilies":["IPv4"],
                "selector":{"app":"other"},"ports":[{"name":"nats","port":5222}]}}""");
      slice("edited-fqdn")
          .patch(MERGE, "{\"ports\":[{\"name\":\"nats\",\"port\":5222,\"protocol\":\"TCP\"}]}");

      // Then
      awaitRight("edited");
      Map<String, String> labels = read(service("edited")).getMetadata().getLabels();
      assertThat(labels)
          .containsEntry("team", "payments")
          .containsEntry("app.kubernetes.io/managed-by", "natsfleet");
      awaitNamed(cluster, "Service default/edited spec.selector is {app=other}, wanted {}");
      awaitNamed(cluster, "spec.ports is [nats 5222/TCP], wanted [nats 4222/TCP]");
      awaitNamed(cluster, "EndpointSlice default/edited-fqdn ports is [nats 5222/TCP]");
    }
  }

  @Test
  void shouldMakeAgainWhatSomebodyDeletedOrMadeAnotherType() {
    try (TestCluster cluster = TestCluster.apply("deleted").awaitReady(3)) {
      // When
      service("deleted").delete();

      // Then
      awaitRight("deleted");
      awaitNamed(cluster, "Service default/deleted is absent");
      slice("deleted-fqdn").delete();
      awaitRight("deleted");
      service("deleted")
          .patch(MERGE, "{\"spec\":{\"type\":\"ExternalName\",\"externalName\":\"example.com\"}}");
      awaitNamed(cluster, "spec.type is ExternalName, wanted ClusterIP");
      awaitRight("deleted");
    }
  }

  @Test
  void shouldKeepItsSliceUpToDateWhileTheServiceHasLostItsMark() {
    try (TestCluster cluster = TestCluster.apply("unmarked").awaitReady(3)) {
      // Given
      String owner = read(service("unmarked")).getMetadata().getAnnotations().get(OWNER);
      annotate("unmarked", "null");
      cluster.await("stalled", status -> status.phase().equals("Stalled"));
      assertThat(cluster.condition("Stalled").reason()).isEqualTo("OwnerUnknown");

      // When
      cluster.patch("{\"core\":{\"desired\":4}}");

      // Then
      OperatorAwait.until(
          "4 addresses", () -> read(slice("unmarked-fqdn")).getEndpoints().size() == 4);
      assertThat(read(service("unmarked")).getMetadata().getAnnotations()).isNullOrEmpty();
      annotate("unmarked", "\"" + owner + "\"");
      cluster.awaitReady(4);
    }
  }

  private static void annotate(String name, String json) {
    service(name)
        .patch(MERGE, "{\"metadata\":{\"annotations\":{\"%s\":%s}}}".formatted(OWNER, json));
  }

  /** Waits for a headless Service without selector, and a slice of three nodes. */
  private static void awaitRight(String name) {
    OperatorAwait.until(
        "Service and slice of " + name,
        () -> isRight(service(name).get()) && isFull(slice(name + "-fqdn").get()));
  }

  private static boolean isRight(Service service) {
    return service != null
        && "None".equals(service.getSpec().getClusterIP())
        && service.getSpec().getType().equals("ClusterIP")
        && (service.getSpec().getSelector() == null || service.getSpec().getSelector().isEmpty())
        && service.getSpec().getPorts().size() == 1
        && service.getSpec().getPorts().getFirst().getPort() == 4222;
  }

  private static boolean isFull(EndpointSlice slice) {
    return slice != null
        && slice.getEndpoints() != null
        && slice.getEndpoints().size() == 3
        && slice.getPorts().getFirst().getPort() == 4222;
  }

  private static void awaitNamed(TestCluster cluster, String text) {
    OperatorAwait.until(text, () -> cluster.hasEvent("CorrectingDrift", text));
  }

  private static <T> T read(Resource<T> resource) {
    return Objects.requireNonNull(resource.get());
  }

  private static Resource<Service> service(String name) {
    return OperatorTestbed.kubernetes().services().inNamespace("default").withName(name);
  }

  private static Resource<EndpointSlice> slice(String name) {
    return OperatorTestbed.kubernetes()
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace("default")
        .withName(name);
  }
}
