package dev.natsfleet.crds.schema;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/**
 * Refuses a field of the design that this version does not have, and names the way out. Without
 * this rule, the API server would silently drop the field for a client that does not validate
 * strictly. The input is {@code path.of.field: why and the way out}.
 */
public final class UnavailableField implements SchemaCustomizer.Customizer {

  private static final String WHEN = " is not available in v0.1";

  @Override
  public JSONSchemaProps apply(
      JSONSchemaProps owner, String input, KubernetesSerialization serialization) {
    int colon = input.indexOf(": ");
    String path = input.substring(0, colon);
    String field = path.substring(path.lastIndexOf('.') + 1);
    owner.getProperties().put(field, refused(input.substring(colon + 2)));
    Schemas.add(
        owner, Schemas.rule("!has(self." + field + ")", path + WHEN + input.substring(colon)));
    return owner;
  }

  /** An object of any content, so that the rule refuses it and not the type. */
  private static JSONSchemaProps refused(String why) {
    return new JSONSchemaPropsBuilder()
        .withType("object")
        .withXKubernetesPreserveUnknownFields(true)
        .withDescription("Refused: " + why + ".")
        .build();
  }
}
