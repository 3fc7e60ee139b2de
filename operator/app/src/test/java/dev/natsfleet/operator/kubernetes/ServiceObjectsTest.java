package dev.natsfleet.operator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.port.ServiceEndpoints.Published;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceObjectsTest {

  private static final ClusterRef CLUSTER = new ClusterRef("fleet", "shop", "orders", "uid-1");
  private static final Service SERVICE = ServiceManifest.service(CLUSTER);
  private static final EndpointSlice SLICE =
      ServiceManifest.slice(
          CLUSTER, SliceAddress.Type.IPv4, List.of(new Endpoint("10.0.0.1", "zone-a")));

  @Test
  void shouldSeeNoDriftInWhatItWrote() {
    // When
    Published seen = published(SERVICE, SLICE);

    // Then
    assertThat(seen.drift()).isEmpty();
    assertThat(seen.others()).isEmpty();
    assertThat(seen.endpoints()).containsExactly(new Endpoint("10.0.0.1", "zone-a"));
  }

  @Test
  void shouldNameEveryFieldThatSomebodyChanged() {
    // Given
    Service edited =
        new ServiceBuilder(SERVICE)
            .editMetadata()
            .addToLabels("app.kubernetes.io/managed-by", "somebody")
            .endMetadata()
            .editSpec()
            .withType("ExternalName")
            .withClusterIP(null)
            .addToSelector("app", "other")
            .editFirstPort()
            .withPort(5222)
            .endPort()
            .endSpec()
            .build();
    EndpointSlice slice =
        new EndpointSliceBuilder(SLICE)
            .editMetadata()
            .removeFromLabels("kubernetes.io/service-name")
            .endMetadata()
            .editFirstPort()
            .withPort(5222)
            .endPort()
            .editFirstEndpoint()
            .editConditions()
            .withReady(false)
            .endConditions()
            .endEndpoint()
            .build();

    // Then
    assertThat(published(edited, slice).drift())
        .containsExactly(
            "Service shop/orders spec.clusterIP is absent, wanted None",
            "Service shop/orders spec.ports is [nats 5222/TCP], wanted [nats 4222/TCP]",
            "Service shop/orders spec.selector is {app=other}, wanted {}",
            "Service shop/orders spec.type is ExternalName, wanted ClusterIP",
            "Service shop/orders metadata.labels[app.kubernetes.io/managed-by] is somebody, wanted natsfleet",
            "EndpointSlice shop/orders-ipv4 endpoints that are not ready is [10.0.0.1], wanted []",
            "EndpointSlice shop/orders-ipv4 ports is [nats 5222/TCP], wanted [nats 4222/TCP]",
            "EndpointSlice shop/orders-ipv4 metadata.labels[kubernetes.io/service-name] is absent, wanted orders");
  }

  @Test
  void shouldLeaveLabelsAndAnnotationsOfOthersAlone() {
    // Given
    Service annotated =
        new ServiceBuilder(SERVICE)
            .editMetadata()
            .addToLabels("team", "payments")
            .addToAnnotations("example.com/hosted", "here")
            .endMetadata()
            .build();

    // Then
    assertThat(published(annotated, SLICE).drift()).isEmpty();
  }

  @Test
  void shouldKeepTheAddressesOfItsSliceWhenTheServiceIsDeleted() {
    // When
    Published seen = objects(Optional.empty(), Map.of(SliceAddress.Type.IPv4, SLICE)).published();

    // Then
    assertThat(seen.endpoints()).hasSize(1);
    assertThat(seen.writable()).isTrue();
    assertThat(seen.drift()).singleElement().asString().startsWith("Service shop/orders is absent");
  }

  @Test
  void shouldNameASliceThatWasDeleted() {
    assertThat(objects(Optional.of(SERVICE), Map.of()).published().drift())
        .singleElement()
        .asString()
        .startsWith("EndpointSlice shop/orders-ipv4 is absent");
  }

  @Test
  void shouldSeeNoDriftBeforeAnythingWasMade() {
    assertThat(objects(Optional.empty(), Map.of()).published().drift()).isEmpty();
  }

  @Test
  void shouldAskWhoseAServiceWithOurLabelsIsAndGoOnWithItsOwnSlice() {
    // When
    Published seen = published(withoutMark(SERVICE), SLICE);

    // Then
    assertThat(seen.unmarked()).containsExactly("Service shop/orders");
    assertThat(seen.others()).containsExactly(Map.entry("Service shop/orders", ""));
    assertThat(seen.writable()).isTrue();
    assertThat(seen.endpoints()).hasSize(1);
  }

  @Test
  void shouldAddNoSliceToAServiceOfSomebodyElse() {
    // Given
    Service theirs =
        new ServiceBuilder().withNewMetadata().withName("orders").endMetadata().build();

    // When
    Published seen = objects(Optional.of(theirs), Map.of()).published();

    // Then
    assertThat(seen.writable()).isFalse();
    assertThat(seen.unmarked()).isEmpty();
    assertThat(seen.others()).containsExactly(Map.entry("Service shop/orders", ""));
  }

  private static Service withoutMark(Service service) {
    return new ServiceBuilder(service)
        .editMetadata()
        .removeFromAnnotations(ServerSideApply.OWNER)
        .endMetadata()
        .build();
  }

  private static Published published(Service service, EndpointSlice slice) {
    return objects(Optional.of(service), Map.of(SliceAddress.Type.IPv4, slice)).published();
  }

  private static ServiceObjects objects(
      Optional<Service> service, Map<SliceAddress.Type, EndpointSlice> slices) {
    return new ServiceObjects(CLUSTER, service, slices);
  }
}
