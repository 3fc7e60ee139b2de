package dev.natsfleet.registry.dynamodb;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A conditional update of one item. Every attribute is named by a placeholder, because most of ours
 * ({@code time}, {@code status}, {@code order}, {@code ttl} …) are reserved words of DynamoDB.
 *
 * @param sets attributes to set; a condition may use their values as {@code :name}
 * @param removes an attribute to remove, or an empty string
 * @param condition expression with {@code #name} and {@code :name} as placeholders
 * @param operands values that only the condition uses, by {@code :name}
 */
record ConditionalUpdate(
    Map<String, AttributeValue> sets,
    String removes,
    String condition,
    Map<String, AttributeValue> operands) {

  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  ConditionalUpdate {
    sets = Collections.unmodifiableMap(new TreeMap<>(sets));
    operands = Map.copyOf(operands);
  }

  /** A condition without any change, for a deletion. */
  static ConditionalUpdate when(String condition, Map<String, AttributeValue> operands) {
    return new ConditionalUpdate(Map.of(), "", condition, operands);
  }

  ConditionalUpdate set(Map<String, AttributeValue> attributes) {
    return new ConditionalUpdate(attributes, removes, condition, operands);
  }

  ConditionalUpdate remove(String attribute) {
    return new ConditionalUpdate(sets, attribute, condition, operands);
  }

  /** The update expression. */
  String update() {
    String set =
        sets.keySet().stream()
            .map(name -> "#" + name + " = :" + name)
            .collect(Collectors.joining(", ", "SET ", ""));
    return removes.isEmpty() ? set : set + " REMOVE #" + removes;
  }

  /**
   * The attribute names behind the placeholders {@code #name} in use; DynamoDB refuses unused ones.
   */
  Map<String, String> names() {
    String used = sets.isEmpty() ? condition : update() + " " + condition;
    return NAME.matcher(used)
        .results()
        .collect(Collectors.toMap(name -> name.group(), name -> name.group(1), (a, b) -> a));
  }

  /** The values behind the placeholders {@code :name}. */
  Map<String, AttributeValue> values() {
    Map<String, AttributeValue> values = new HashMap<>(operands);
    sets.forEach((name, value) -> values.put(":" + name, value));
    return values;
  }
}
