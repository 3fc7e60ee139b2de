package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.port.ServiceEndpoints.Published;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read under the names of a cluster's Service and EndpointSlices, and whose it is.
 *
 * @param slices those that are there
 */
record ServiceObjects(
    ClusterRef cluster, Optional<Service> service, Map<SliceAddress.Type, EndpointSlice> slices) {

  ServiceObjects {
    slices = Map.copyOf(slices);
  }

  /** What the planner decides upon. */
  Published published() {
    return new Published(
        ours().flatMap(this::endpoints).collect(Collectors.toCollection(TreeSet::new)),
        canWrite(SliceAddress.Type.IPv4) || slice(SliceAddress.Type.FQDN).isPresent(),
        drift(),
        others(),
        all()
            .filter(this::isUnmarked)
            .map(this::description)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Everything that is there. */
  Stream<HasMetadata> all() {
    return Stream.concat(
        service.stream(),
        Stream.of(SliceAddress.Type.values()).flatMap(type -> Stream.ofNullable(slices.get(type))));
  }

  /** Whether the object belongs to this NatsCluster. */
  boolean isOurs(HasMetadata object) {
    return holder(object).equals(cluster.owner());
  }

  /** The Service, if it is ours. */
  Optional<Service> ownService() {
    return service.filter(this::isOurs);
  }

  /** Whether a Service may be made or is ours. */
  boolean canWriteService() {
    return service.isEmpty() || ownService().isPresent();
  }

  /** Whether the slice is ours, or may be made for a Service that is. */
  boolean canWrite(SliceAddress.Type type) {
    return slices.containsKey(type) ? slice(type).isPresent() : canWriteService();
  }

  /** The slice, if it is ours. */
  Optional<EndpointSlice> slice(SliceAddress.Type type) {
    return Optional.ofNullable(slices.get(type)).filter(this::isOurs);
  }

  /** Who owns an object, or an empty string. */
  static String holder(HasMetadata object) {
    return Objects.requireNonNullElse(
            object.getMetadata().getAnnotations(), Map.<String, String>of())
        .getOrDefault(ServerSideApply.OWNER, "");
  }

  /** Addresses of a slice that is ours. */
  static Stream<Endpoint> addresses(EndpointSlice slice) {
    return Stream.ofNullable(slice.getEndpoints()) // the API server gives an empty list as null
        .flatMap(List::stream)
        .flatMap(
            endpoint ->
                endpoint.getAddresses().stream()
                    .map(
                        address ->
                            new Endpoint(
                                SliceAddress.read(address),
                                Objects.requireNonNullElse(endpoint.getZone(), ""))));
  }

  private Stream<HasMetadata> ours() {
    return all().filter(this::isOurs);
  }

  private Stream<Endpoint> endpoints(HasMetadata object) {
    return object instanceof EndpointSlice slice ? addresses(slice) : Stream.empty();
  }

  private Map<String, String> others() {
    Map<String, String> others = new TreeMap<>();
    all()
        .filter(Predicate.not(this::isOurs))
        .forEach(object -> others.put(description(object), holder(object)));
    return others;
  }

  /** Whether it bears our labels, and nobody's mark. */
  private boolean isUnmarked(HasMetadata object) {
    Map<String, String> labels =
        Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
    return holder(object).isEmpty()
        && labels.entrySet().containsAll(ServerSideApply.labels(cluster).entrySet());
  }

  /** What somebody changed or deleted; what is not there at all was never made. */
  private List<String> drift() {
    List<String> drift = new ArrayList<>();
    Service wanted = ServiceManifest.service(cluster);
    ownService().ifPresent(seen -> add(seen, ServiceDrift.fields(seen, wanted), drift));
    if (service.isEmpty() && ours().findAny().isPresent()) {
      drift.add(description(wanted) + " is absent, wanted for the slices that are there");
    }
    for (SliceAddress.Type type : SliceAddress.Type.values()) {
      EndpointSlice slice = ServiceManifest.slice(cluster, type, List.of());
      slice(type).ifPresent(seen -> add(seen, ServiceDrift.fields(seen, slice), drift));
    }
    if (!slices.containsKey(SliceAddress.Type.IPv4) && ownService().isPresent()) {
      drift.add(
          description(ServiceManifest.slice(cluster, SliceAddress.Type.IPv4, List.of()))
              + " is absent, wanted for the Service that is there");
    }
    return drift;
  }

  private void add(HasMetadata object, List<String> fields, List<String> drift) {
    fields.forEach(field -> drift.add(description(object) + " " + field));
  }

  private String description(HasMetadata object) {
    return object.getKind() + " " + cluster.namespace() + "/" + object.getMetadata().getName();
  }
}
