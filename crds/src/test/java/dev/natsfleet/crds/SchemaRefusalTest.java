package dev.natsfleet.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("server")
class SchemaRefusalTest {

  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

  static List<RefusalCase> table() {
    return RefusalCase.table();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void shouldRefuseWithTheWayOut(RefusalCase refusalCase) {
    // When
    String message = refusalCase.refusal();

    // Then
    assertThat(message).contains(refusalCase.says());
  }

  @Test
  void shouldHaveACaseForEachRule() {
    // Given
    JSONSchemaProps schema =
        crd().getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();

    // When
    String everythingSaid =
        table().stream().map(RefusalCase::refusal).collect(Collectors.joining("\n"));

    // Then
    assertThat(rules(schema).toList())
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(everythingSaid).contains(fixedText(rule)));
  }

  private static CustomResourceDefinition crd() {
    return TestApiServer.client()
        .getKubernetesSerialization()
        .unmarshal(TestApiServer.read(TestApiServer.CRD), CustomResourceDefinition.class);
  }

  private static Stream<ValidationRule> rules(JSONSchemaProps schema) {
    Stream<ValidationRule> own = orEmpty(schema.getXKubernetesValidations()).stream();
    Stream<JSONSchemaProps> parts =
        schema.getProperties() == null ? Stream.of() : schema.getProperties().values().stream();
    return Stream.concat(own, parts.flatMap(SchemaRefusalTest::rules));
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  /** The message, or the longest text that a computed message always has. */
  private static String fixedText(ValidationRule rule) {
    if (rule.getMessage() != null) {
      return rule.getMessage();
    }
    return LITERAL
        .matcher(rule.getMessageExpression())
        .results()
        .map(literal -> literal.group(1))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }
}
