package dev.natsfleet.crds.generated;

import dev.natsfleet.crds.ServerSpec;
import dev.natsfleet.crds.schema.AllowedConfigKeys;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema as a page for people: field, type, default, meaning, rules. */
final class ReferencePage {

  private static final String HEAD =
      """
      # NatsCluster

      Generated from the schema; edit the records in `crds/` instead. `kubectl explain nc.spec` says the
      same. A complete object is `examples/nats-cluster.yaml`. Durations and sizes follow [one grammar](values.md).
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private ReferencePage() {}

  /** The page for a CRD given as YAML. */
  static String render(String crd) {
    JSONSchemaProps root =
        new KubernetesSerialization()
            .unmarshal(crd, CustomResourceDefinition.class)
            .getSpec()
            .getVersions()
            .getFirst()
            .getSchema()
            .getOpenAPIV3Schema();
    ReferencePage reference = new ReferencePage();
    root.getProperties().forEach(reference::section);
    reference.configKeys();
    reference.rules(root);
    return reference.page.toString();
  }

  private void section(String name, JSONSchemaProps schema) {
    page.append("\n## ").append(name).append("\n\n");
    page.append("| field | type | default | meaning |\n|---|---|---|---|\n");
    rows(name, schema);
  }

  private void rows(String path, JSONSchemaProps schema) {
    for (Map.Entry<String, JSONSchemaProps> each : schema.getProperties().entrySet()) {
      JSONSchemaProps field = each.getValue();
      if (field.getDescription() == null) {
        continue;
      }
      String name = path + "." + each.getKey();
      boolean required = schema.getRequired().contains(each.getKey());
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(name, type(field), defaultOf(field, required), meaning(field)));
      rows(name, items(field));
    }
  }

  private void configKeys() {
    page.append("\n## Keys of spec.server.config\n\n")
        .append("nats-server reads keys in any case. Every other key stalls the cluster with a")
        .append(" message that names it.\n\n");
    AllowedConfigKeys.all(ServerSpec.fields())
        .forEach(key -> page.append("- `").append(key).append("`\n"));
  }

  private void rules(JSONSchemaProps root) {
    page.append("\n## Rules\n\nThe API server refuses an object that breaks one of them.\n\n");
    page.append("| at | must hold | else it says |\n|---|---|---|\n");
    rules("", root);
  }

  private void rules(String path, JSONSchemaProps schema) {
    for (ValidationRule rule : orEmpty(schema.getXKubernetesValidations())) {
      page.append(
          "| `%s` | `%s` | %s |\n"
              .formatted(
                  path.isEmpty() ? "(object)" : path,
                  cell(rule.getRule()),
                  cell(RuleMessage.of(rule))));
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    schema.getProperties().forEach((name, field) -> rules(prefix + name, field));
  }

  private static JSONSchemaProps items(JSONSchemaProps field) {
    return field.getItems() == null ? field : field.getItems().getSchema();
  }

  private static String type(JSONSchemaProps field) {
    List<String> parts = new ArrayList<>();
    parts.add(field.getItems() == null ? field.getType() : "list of " + items(field).getType());
    if (field.getMinimum() != null && field.getMaximum() != null) {
      parts.add("%.0f to %.0f".formatted(field.getMinimum(), field.getMaximum()));
    }
    orEmpty(field.getEnum()).forEach(value -> parts.add("`" + value.asText() + "`"));
    return String.join(", ", parts);
  }

  private static String defaultOf(JSONSchemaProps field, boolean required) {
    if (required) {
      return "required";
    }
    return field.getDefault() == null ? "" : "`" + field.getDefault() + "`";
  }

  private static String meaning(JSONSchemaProps field) {
    return cell(field.getDescription());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
