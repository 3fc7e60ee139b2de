package dev.natsfleet.crds.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Small changes to a schema that several customizers make. */
final class Schemas {

  private Schemas() {}

  /** A property that the annotated record must have. */
  static JSONSchemaProps property(JSONSchemaProps owner, String name) {
    return Objects.requireNonNull(owner.getProperties().get(name), name);
  }

  static ValidationRule rule(String expression, String message) {
    return new ValidationRuleBuilder().withRule(expression).withMessage(message).build();
  }

  static void add(JSONSchemaProps schema, ValidationRule rule) {
    List<ValidationRule> rules =
        new ArrayList<>(Objects.requireNonNullElse(schema.getXKubernetesValidations(), List.of()));
    rules.add(rule);
    schema.setXKubernetesValidations(rules);
  }
}
