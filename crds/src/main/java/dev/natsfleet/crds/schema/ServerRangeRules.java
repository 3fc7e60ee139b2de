package dev.natsfleet.crds.schema;

import dev.natsfleet.values.DurationFormat;
import dev.natsfleet.values.DurationRange;
import dev.natsfleet.values.SizeFormat;
import dev.natsfleet.values.SizeRange;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.stream.Collectors;

/**
 * Writes {@link ServerRanges} as rules of the schema, from the same grammar that the operator reads
 * by. For each field one rule asks for the form and one for the limits.
 */
public final class ServerRangeRules implements SchemaCustomizer.Customizer {

  private static final String IS_SIZE = "self.matches('^" + SizeFormat.PATTERN + "$')";
  private static final String IS_DURATION =
      "(self != '' && self.matches('^" + DurationFormat.PATTERN + "$'))";

  @Override
  public JSONSchemaProps apply(
      JSONSchemaProps server, String input, KubernetesSerialization serialization) {
    SizeRange payload = ServerRanges.MAX_PAYLOAD;
    add(server, rule(IS_SIZE, payload.field(), SizeFormat.REFUSAL));
    add(server, rule("!" + IS_SIZE + " || " + within(payload), payload.field(), payload.refusal()));
    DurationRange duck = ServerRanges.LAME_DUCK;
    add(server, rule(IS_DURATION, duck.field(), DurationFormat.REFUSAL));
    add(server, rule("!" + IS_DURATION + " || " + within(duck), duck.field(), duck.refusal()));
    return server;
  }

  private static void add(JSONSchemaProps server, RangeRule rule) {
    Schemas.add(Schemas.property(server, rule.property()), rule.validation());
  }

  private static String within(SizeRange range) {
    return "(quantity(self).compareTo(quantity('%d')) >= 0 && quantity(self).compareTo(quantity('%d')) <= 0)"
        .formatted(range.least(), range.most());
  }

  private static String within(DurationRange range) {
    String millis = millis();
    return "(%s >= %d.0 && %s <= %d.0)"
        .formatted(millis, range.least().toMillis(), millis, range.most().toMillis());
  }

  /**
   * CEL's own {@code duration()} has no days. Each unit's number is found by what follows it; one
   * that is not there counts as 0. Doubles cannot overflow as whole numbers do.
   */
  private static String millis() {
    return DurationFormat.UNITS.stream()
        .map(
            unit ->
                "double('0' + self.find('[0-9]+%s([^a-z]|$)').find('^[0-9]*')) * %d.0"
                    .formatted(unit.symbol(), unit.millis()))
        .collect(Collectors.joining(" + "));
  }

  private static RangeRule rule(String expression, String field, String refusal) {
    String message = "'" + field + " ' + self + ' " + refusal + "'";
    return new RangeRule(
        field.substring(field.lastIndexOf('.') + 1),
        new ValidationRuleBuilder().withRule(expression).withMessageExpression(message).build());
  }

  private record RangeRule(String property, ValidationRule validation) {}
}
