package dev.natsfleet.local.cloud.query;

import dev.natsfleet.local.cloud.error.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One filter of a describe call; it matches when any of its values does, and all filters must.
 *
 * @param values may hold {@code *} and {@code ?}
 */
public record Filter(String name, List<String> values) {

  public Filter {
    values = List.copyOf(values);
  }

  /** Whether one of the facts of a thing is one of the values. */
  public boolean matches(List<String> facts) {
    return facts.stream().anyMatch(fact -> values.stream().anyMatch(v -> like(v, fact)));
  }

  private static boolean like(String pattern, String fact) {
    String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
    return Pattern.compile(regex, Pattern.DOTALL).matcher(fact).matches();
  }

  /**
   * Keeps the things that pass every filter.
   *
   * @param facts what filter names mean for a thing; tags are known beside them
   */
  public static <T> List<T> keep(
      List<T> things,
      List<Filter> filters,
      Map<String, Function<T, List<String>>> facts,
      Function<T, Map<String, String>> tags) {
    filters.forEach(filter -> filter.refuseUnknown(facts));
    return things.stream()
        .filter(
            thing ->
                filters.stream()
                    .allMatch(filter -> filter.matches(filter.facts(thing, facts, tags))))
        .toList();
  }

  private boolean tag() {
    return name.startsWith("tag:");
  }

  private <T> void refuseUnknown(Map<String, Function<T, List<String>>> facts) {
    if (!tag() && !name.equals("tag-key") && !facts.containsKey(name)) {
      throw Refusal.of("InvalidParameterValue", "The filter '" + name + "' is invalid");
    }
  }

  private <T> List<String> facts(
      T thing,
      Map<String, Function<T, List<String>>> facts,
      Function<T, Map<String, String>> tags) {
    Function<T, List<String>> known = facts.get(name);
    if (known != null) {
      return known.apply(thing);
    }
    Map<String, String> all = tags.apply(thing);
    if (!tag()) {
      return List.copyOf(all.keySet());
    }
    String value = all.get(name.substring("tag:".length()));
    return value == null ? List.of() : List.of(value);
  }
}
