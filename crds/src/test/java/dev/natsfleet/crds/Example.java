package dev.natsfleet.crds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.UncheckedIOException;

/** The example that users start from, and what becomes of it when they change it. */
final class Example {

  static final YAMLMapper YAML = new YAMLMapper();

  private Example() {}

  /** The example under another name. */
  static ObjectNode named(String name) {
    try {
      ObjectNode tree = (ObjectNode) YAML.readTree(Api.read(Api.EXAMPLE));
      ((ObjectNode) tree.get("metadata")).put("name", name);
      return tree;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays a change over an object: null removes, objects merge, the rest replaces (RFC 7386). */
  static JsonNode merged(JsonNode target, JsonNode change) {
    if (!change.isObject() || !target.isObject()) {
      return change;
    }
    ObjectNode result = target.deepCopy();
    change
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isNull()) {
                result.remove(each.getKey());
              } else {
                JsonNode before = result.path(each.getKey());
                result.set(each.getKey(), merged(before, each.getValue()));
              }
            });
    return result;
  }

  /** As a client without our records sends it. */
  static GenericKubernetesResource resource(JsonNode tree) {
    return Api.client()
        .getKubernetesSerialization()
        .convertValue(tree, GenericKubernetesResource.class);
  }
}
