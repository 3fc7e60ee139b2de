package dev.natsfleet.crds.schema;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets messages name numbers from 0 to 99999. The API server assumes that the result of {@code
 * string(n)} has no greatest length and refuses the whole CRD as too costly. Each number is
 * therefore spelt digit by digit, whose length is known.
 */
public final class NumbersInMessages implements SchemaCustomizer.Customizer {

  private static final Pattern NUMBER = Pattern.compile("string\\(([^()]+)\\)");
  private static final String DIGITS = "['0','1','2','3','4','5','6','7','8','9']";

  @Override
  public JSONSchemaProps apply(
      JSONSchemaProps owner, String input, KubernetesSerialization serialization) {
    owner.getXKubernetesValidations().stream()
        .filter(rule -> rule.getMessageExpression() != null)
        .forEach(rule -> rule.setMessageExpression(spellNumbers(rule.getMessageExpression())));
    return owner;
  }

  private static String spellNumbers(String expression) {
    return NUMBER
        .matcher(expression)
        .replaceAll(number -> Matcher.quoteReplacement(spelt("(" + number.group(1) + ")")));
  }

  private static String spelt(String number) {
    StringBuilder spelt = new StringBuilder();
    for (int unit = 10_000; unit > 1; unit /= 10) {
      String digit = DIGITS + "[" + number + " / " + unit + " % 10]";
      spelt.append("(%s < %d ? '' : %s) + ".formatted(number, unit, digit));
    }
    return spelt + DIGITS + "[" + number + " % 10]";
  }
}
