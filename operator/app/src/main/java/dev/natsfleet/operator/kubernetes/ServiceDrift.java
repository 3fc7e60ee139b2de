package dev.natsfleet.operator.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a Service or an EndpointSlice are not as they were written. Labels, annotations
 * and fields that the operator does not write are their owners' and are not looked at.
 */
final class ServiceDrift {

  private static final String ABSENT = "absent";

  private ServiceDrift() {}

  /** The fields that differ, as {@code <field> is <seen>, wanted <wanted>}. */
  static List<String> fields(Service seen, Service wanted) {
    return differences(fields(seen), fields(wanted), labels(seen, wanted));
  }

  /** The same of a slice, without its addresses: these change all the time. */
  static List<String> fields(EndpointSlice seen, EndpointSlice wanted) {
    return differences(fields(seen), fields(wanted), labels(seen, wanted));
  }

  private static Map<String, String> fields(Service service) {
    Map<String, String> fields = new TreeMap<>();
    var spec = service.getSpec();
    fields.put("spec.type", text(spec.getType()));
    fields.put("spec.clusterIP", text(spec.getClusterIP()));
    fields.put("spec.selector", new TreeMap<>(orEmpty(spec.getSelector())).toString());
    fields.put(
        "spec.ports",
        orEmpty(spec.getPorts()).stream()
            .map(p -> port(p.getName(), p.getPort(), p.getProtocol()))
            .toList()
            .toString());
    return fields;
  }

  private static Map<String, String> fields(EndpointSlice slice) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("addressType", text(slice.getAddressType()));
    fields.put(
        "ports",
        orEmpty(slice.getPorts()).stream()
            .map(p -> port(p.getName(), p.getPort(), p.getProtocol()))
            .toList()
            .toString());
    fields.put(
        "endpoints that are not ready",
        orEmpty(slice.getEndpoints()).stream()
            .filter(ServiceDrift::isUnready)
            .flatMap(endpoint -> endpoint.getAddresses().stream())
            .toList()
            .toString());
    return fields;
  }

  /** Labels that were written and are not there, or have another value. */
  private static List<String> labels(HasMetadata seen, HasMetadata wanted) {
    Map<String, String> there = orEmpty(seen.getMetadata().getLabels());
    List<String> labels = new ArrayList<>();
    new TreeMap<>(orEmpty(wanted.getMetadata().getLabels()))
        .forEach(
            (key, value) ->
                difference("metadata.labels[" + key + "]", there.get(key), value)
                    .ifPresent(labels::add));
    return labels;
  }

  private static List<String> differences(
      Map<String, String> seen, Map<String, String> wanted, List<String> labels) {
    List<String> all = new ArrayList<>();
    wanted.forEach((field, value) -> difference(field, seen.get(field), value).ifPresent(all::add));
    all.addAll(labels);
    return all;
  }

  private static Optional<String> difference(String field, @Nullable String seen, String wanted) {
    return wanted.equals(seen)
        ? Optional.empty()
        : Optional.of("%s is %s, wanted %s".formatted(field, text(seen), wanted));
  }

  private static boolean isUnready(Endpoint endpoint) {
    return Optional.ofNullable(endpoint.getConditions())
        .map(EndpointConditions::getReady)
        .filter(ready -> !ready)
        .isPresent();
  }

  private static String port(
      @Nullable String name, @Nullable Integer port, @Nullable String protocol) {
    return text(name) + " " + port + "/" + text(protocol);
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, ABSENT);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return Objects.requireNonNullElse(map, Map.of());
  }
}
