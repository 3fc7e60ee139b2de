package dev.natsfleet.local.cloud.query;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One filter of a describe call. It matches if one of its values matches; a resource must match all
 * filters.
 *
 * @param values patterns with {@code *} and {@code ?}
 */
public record Filter(String name, List<String> values) {

  public Filter {
    values = List.copyOf(values);
  }

  /** Whether one of these facts matches one of the values. */
  public boolean matches(List<String> facts) {
    return facts.stream().anyMatch(fact -> values.stream().anyMatch(v -> matchesPattern(v, fact)));
  }

  private static boolean matchesPattern(String pattern, String fact) {
    String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
    return Pattern.compile(regex, Pattern.DOTALL).matcher(fact).matches();
  }

  /**
   * Selects the things that match every filter.
   *
   * @param facts for each filter name the values that a thing has; filters for tags need no entry
   */
  public static <T> List<T> select(
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

  private boolean isTag() {
    return name.startsWith("tag:");
  }

  private <T> void refuseUnknown(Map<String, Function<T, List<String>>> facts) {
    if (!isTag() && !name.equals("tag-key") && !facts.containsKey(name)) {
      throw CloudException.of("InvalidParameterValue", "The filter '" + name + "' is invalid");
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
    if (!isTag()) {
      return List.copyOf(all.keySet());
    }
    String value = all.get(name.substring("tag:".length()));
    return value == null ? List.of() : List.of(value);
  }
}
