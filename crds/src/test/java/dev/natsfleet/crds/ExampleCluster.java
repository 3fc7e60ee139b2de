package dev.natsfleet.crds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.UncheckedIOException;

/** The example that users start from, and changes to it. */
final class ExampleCluster {

  static final YAMLMapper YAML = new YAMLMapper();

  private ExampleCluster() {}

  /** The example under another name. */
  static ObjectNode named(String name) {
    try {
      ObjectNode tree = (ObjectNode) YAML.readTree(TestApiServer.read(TestApiServer.EXAMPLE));
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

  /** The object as a client without our records sends it. */
  static GenericKubernetesResource resource(JsonNode tree) {
    return TestApiServer.client()
        .getKubernetesSerialization()
        .convertValue(tree, GenericKubernetesResource.class);
  }
}
