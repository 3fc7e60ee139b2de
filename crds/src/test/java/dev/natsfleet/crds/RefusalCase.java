package dev.natsfleet.crds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.natsfleet.crds.schema.ReservedConfigKeys;
import dev.natsfleet.values.RecordSample;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One bad object and the refusal that the API server must give.
 *
 * @param name what is wrong
 * @param change laid over the example
 * @param update whether the example is there first and the change comes later
 * @param says every one of these must be in the message
 */
record RefusalCase(String name, JsonNode change, boolean update, List<String> says) {

  private static final Path TABLE =
      TestApiServer.ROOT.resolve("crds/src/test/resources/dev/natsfleet/crds/refusals.yaml");

  static List<RefusalCase> table() {
    try {
      RefusalCase[] written =
          ExampleCluster.YAML.readValue(TestApiServer.read(TABLE), RefusalCase[].class);
      return Stream.concat(Arrays.stream(written), Stream.of(keysOfFields())).toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys that fields of spec.server become are refused in the configuration. */
  private static RefusalCase keysOfFields() {
    List<String> fields =
        RecordSample.names(ServerSpec.class).stream()
            .filter(name -> !name.equals("config"))
            .toList();
    ObjectNode change = ExampleCluster.YAML.createObjectNode();
    ObjectNode config = change.withObject("/spec/server/config");
    fields.forEach(field -> config.put(ReservedConfigKeys.keyOf(field), 1));
    List<String> says =
        fields.stream()
            .map(
                field ->
                    "spec.server.config.%s is written by natsfleet: use spec.server.%s"
                        .formatted(ReservedConfigKeys.keyOf(field), field))
            .toList();
    return new RefusalCase("settings that have a field", change, false, says);
  }

  /** The refusal of the API server; empty if it takes the object. */
  String refusal() {
    return update ? refusalOfUpdate() : refusalOf(this::tryCreate);
  }

  private String refusalOfUpdate() {
    GenericKubernetesResource before = ExampleCluster.resource(ExampleCluster.named("changing"));
    GenericKubernetesResource created = TestApiServer.client().resource(before).create();
    try {
      GenericKubernetesResource after =
          ExampleCluster.resource(
              ExampleCluster.merged(ExampleCluster.YAML.valueToTree(created), change));
      return refusalOf(() -> TestApiServer.client().resource(after).update());
    } finally {
      TestApiServer.client().resource(created).delete();
    }
  }

  private void tryCreate() {
    var tree = ExampleCluster.merged(ExampleCluster.named("refused"), change);
    TestApiServer.client().resource(ExampleCluster.resource(tree)).dryRun().create();
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
