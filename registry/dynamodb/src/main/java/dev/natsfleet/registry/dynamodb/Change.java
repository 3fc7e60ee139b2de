package dev.natsfleet.registry.dynamodb;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A change of one item under a condition. Every attribute is named by a placeholder, since most of
 * ours ({@code time}, {@code status}, {@code order}, {@code ttl} …) are reserved words of DynamoDB.
 *
 * @param sets attributes to set; a condition may use their values as {@code :name}
 * @param removes an attribute to remove, or an empty string
 * @param condition over {@code #name} and {@code :name}
 * @param operands of the condition alone, by {@code :name}
 */
record Change(
    Map<String, AttributeValue> sets,
    String removes,
    String condition,
    Map<String, AttributeValue> operands) {

  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  Change {
    sets = Collections.unmodifiableMap(new TreeMap<>(sets));
    operands = Map.copyOf(operands);
  }

  /** A change that changes nothing: the condition of a deletion. */
  static Change when(String condition, Map<String, AttributeValue> operands) {
    return new Change(Map.of(), "", condition, operands);
  }

  Change set(Map<String, AttributeValue> attributes) {
    return new Change(attributes, removes, condition, operands);
  }

  Change remove(String attribute) {
    return new Change(sets, attribute, condition, operands);
  }

  /** The update expression. */
  String update() {
    String set =
        sets.keySet().stream()
            .map(name -> "#" + name + " = :" + name)
            .collect(Collectors.joining(", ", "SET ", ""));
    return removes.isEmpty() ? set : set + " REMOVE #" + removes;
  }

  /** What the placeholders {@code #name} stand for: DynamoDB refuses one that is not used. */
  Map<String, String> names() {
    String used = sets.isEmpty() ? condition : update() + " " + condition;
    return NAME.matcher(used)
        .results()
        .collect(Collectors.toMap(name -> name.group(), name -> name.group(1), (a, b) -> a));
  }

  /** What the placeholders {@code :name} stand for. */
  Map<String, AttributeValue> values() {
    Map<String, AttributeValue> values = new HashMap<>(operands);
    sets.forEach((name, value) -> values.put(":" + name, value));
    return values;
  }
}
