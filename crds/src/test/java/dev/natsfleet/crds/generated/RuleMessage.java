package dev.natsfleet.crds.generated;

import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The message of a rule for people: what is computed is shown as …. */
final class RuleMessage {

  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

  private RuleMessage() {}

  static String of(ValidationRule rule) {
    if (rule.getMessage() != null) {
      return rule.getMessage();
    }
    return LITERAL
        .matcher(rule.getMessageExpression())
        .results()
        .map(literal -> literal.group(1))
        .filter(text -> text.contains(" "))
        .map(String::strip)
        .collect(Collectors.joining(" … "));
  }
}
