package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parameters by name, with their versions from the oldest to the newest. */
final class ParameterVersions {

  /** SSM API, PutParameter: the oldest version is dropped. */
  private static final int KEPT = 100;

  private final Map<String, List<Parameter>> parameters = new TreeMap<>();

  Optional<Parameter> newest(String name) {
    return Optional.ofNullable(parameters.get(name)).map(List::getLast);
  }

  /** The newest versions, by name. */
  List<Parameter> all() {
    return parameters.values().stream().map(List::getLast).toList();
  }

  void put(Parameter parameter) {
    List<Parameter> versions =
        parameters.computeIfAbsent(parameter.name(), name -> new ArrayList<>());
    versions.add(parameter);
    if (versions.size() > KEPT) {
      versions.removeFirst();
    }
  }

  /** Removes a parameter; false if it does not exist. */
  boolean remove(String name) {
    return parameters.remove(name) != null;
  }

  /** The version that a request names; empty if there is none. */
  Optional<Parameter> find(String text) {
    ParameterSelector selector = ParameterSelector.of(text);
    return versions(selector).flatMap(versions -> pick(versions, selector.version()));
  }

  /** The version that a request names; refuses like SSM if there is none. */
  Parameter get(String text) {
    ParameterSelector selector = ParameterSelector.of(text);
    List<Parameter> versions =
        versions(selector)
            .orElseThrow(
                () -> CloudException.of("ParameterNotFound", "Parameter " + text + " not found."));
    return pick(versions, selector.version())
        .orElseThrow(
            () ->
                CloudException.of(
                    "ParameterVersionNotFound",
                    "Systems Manager could not find version "
                        + selector.version()
                        + " of "
                        + versions.getLast().name()
                        + ". Verify the version and try again."));
  }

  private Optional<List<Parameter>> versions(ParameterSelector selector) {
    return selector.names().stream()
        .filter(name -> selector.isWellFormed())
        .filter(parameters::containsKey)
        .map(name -> List.copyOf(parameters.getOrDefault(name, List.of())))
        .findFirst();
  }

  private static Optional<Parameter> pick(List<Parameter> versions, @Nullable String version) {
    return version == null
        ? Optional.of(versions.getLast())
        : versions.stream()
            .filter(parameter -> Long.toString(parameter.version()).equals(version))
            .findFirst();
  }
}
