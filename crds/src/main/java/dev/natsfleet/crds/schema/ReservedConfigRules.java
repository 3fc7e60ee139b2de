package dev.natsfleet.crds.schema;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets {@code config} hold anything but {@link ReservedConfigKeys}. A rule can only ask for a
 * property that the schema declares with a type, so each reserved key is declared with the type it
 * has in nats-server.conf; a value of another type is refused by that type.
 */
public final class ReservedConfigRules implements SchemaCustomizer.Customizer {

  private static final Set<String> OBJECTS = Set.of("cluster", "jetstream");
  private static final Set<String> SWITCHES = Set.of("syslog");

  @Override
  public JSONSchemaProps apply(
      JSONSchemaProps server, String input, KubernetesSerialization serialization) {
    JSONSchemaProps config = Schemas.property(server, "config");
    config.setAdditionalProperties(null);
    config.setXKubernetesPreserveUnknownFields(true);
    Map<String, JSONSchemaProps> properties = new TreeMap<>();
    ReservedConfigKeys.sentences(server.getProperties().keySet())
        .forEach(
            (key, sentence) -> {
              properties.put(key, type(key));
              Schemas.add(config, Schemas.rule("!has(self." + key + ")", sentence));
            });
    config.setProperties(properties);
    return server;
  }

  private static JSONSchemaProps type(String key) {
    if (OBJECTS.contains(key)) {
      return object();
    }
    return SWITCHES.contains(key)
        ? new JSONSchemaPropsBuilder().withType("boolean").build()
        : scalar();
  }

  private static JSONSchemaProps object() {
    return new JSONSchemaPropsBuilder()
        .withType("object")
        .withXKubernetesPreserveUnknownFields(true)
        .build();
  }

  private static JSONSchemaProps scalar() {
    return new JSONSchemaPropsBuilder().withXKubernetesIntOrString(true).build();
  }
}
