package dev.natsfleet.crds.schema;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/**
 * A list whose entries have a key, so that server-side apply merges them one by one. The input is
 * {@code list by key}.
 */
public final class ListMapKeys implements SchemaCustomizer.Customizer {

  private static final String BY = " by ";

  @Override
  public JSONSchemaProps apply(
      JSONSchemaProps owner, String input, KubernetesSerialization serialization) {
    int by = input.indexOf(BY);
    JSONSchemaProps list = Schemas.property(owner, input.substring(0, by));
    list.setXKubernetesListType("map");
    list.setXKubernetesListMapKeys(List.of(input.substring(by + BY.length())));
    return owner;
  }
}
