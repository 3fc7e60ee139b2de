package dev.natsfleet.crds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One bad object and what the API server must say of it.
 *
 * @param name what is wrong
 * @param change laid over the example
 * @param update whether the example is there first and the change comes later
 * @param says every one of these must be in the message
 */
record Refusal(String name, JsonNode change, boolean update, List<String> says) {

  private static final Path TABLE =
      Api.ROOT.resolve("crds/src/test/resources/dev/natsfleet/crds/refusals.yaml");

  static List<Refusal> table() {
    try {
      return List.of(Example.YAML.readValue(Api.read(TABLE), Refusal[].class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the API server says; empty if it takes the object. */
  String provoke() {
    return update ? provokeByUpdate() : refusalOf(this::tryCreate);
  }

  private String provokeByUpdate() {
    GenericKubernetesResource before = Example.resource(Example.named("changing"));
    GenericKubernetesResource created = Api.client().resource(before).create();
    try {
      GenericKubernetesResource after =
          Example.resource(Example.merged(Example.YAML.valueToTree(created), change));
      return refusalOf(() -> Api.client().resource(after).update());
    } finally {
      Api.client().resource(created).delete();
    }
  }

  private void tryCreate() {
    var tree = Example.merged(Example.named("refused"), change);
    Api.client().resource(Example.resource(tree)).dryRun().create();
  }

  private static String refusalOf(Runnable request) {
    try {
      request.run();
      return "";
    } catch (KubernetesClientException e) {
      return e.getStatus().getMessage();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
