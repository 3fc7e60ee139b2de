package dev.natsfleet.crds.generated;

import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Comparator;
import java.util.List;

/**
 * Corrects what generator 7.5.2 gets wrong: the order of columns, and rules that are there twice.
 */
final class CrdCleanup implements CRDPostProcessor {

  /** The order in which people read them; the generator sorts them by path. */
  private static final List<String> COLUMNS =
      List.of("Ready", "Desired", "Version", "Phase", "Reason", "Age");

  @Override
  public HasMetadata process(HasMetadata crd, String crdSpecVersion) {
    for (CustomResourceDefinitionVersion version :
        ((CustomResourceDefinition) crd).getSpec().getVersions()) {
      version
          .getAdditionalPrinterColumns()
          .sort(Comparator.comparing(column -> COLUMNS.indexOf(column.getName())));
      removeRepeatedRules(version.getSchema().getOpenAPIV3Schema());
    }
    return crd;
  }

  /** An annotation of a record component is on its field and on its accessor; both are read. */
  private static void removeRepeatedRules(JSONSchemaProps schema) {
    if (schema.getXKubernetesValidations() != null) {
      schema.setXKubernetesValidations(
          schema.getXKubernetesValidations().stream().distinct().toList());
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(CrdCleanup::removeRepeatedRules);
    }
  }
}
