package dev.natsfleet.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the variables of one program out of one environment and gathers every problem. A variable
 * that is empty, or that Kubernetes has set for a Service, counts as not set; one that has the
 * program's prefix and is unknown is a problem.
 */
public final class EnvironmentReader {

  private final Map<String, String> values;
  private final List<? extends EnvironmentVariable> known;
  private final List<String> problems = new ArrayList<>();

  /**
   * Reads {@code values}.
   *
   * @param prefix of variables that are the program's own
   * @param known every variable of the program
   */
  public EnvironmentReader(
      Map<String, String> values, String prefix, List<? extends EnvironmentVariable> known) {
    this.values = ServiceLinks.removeFrom(values);
    this.known = List.copyOf(known);
    refuseUnknown(prefix);
  }

  /** The value, or the initial one; empty when a variable that must be set is not. */
  public String text(EnvironmentVariable variable) {
    String value = effective(variable);
    check(
        variable.initial() != null || !value.isEmpty(),
        "%s is missing: %s".formatted(variable.name(), variable.meaning()));
    return value;
  }

  /** A path; empty when there is no value, or one that no file can have. */
  public Optional<Path> path(EnvironmentVariable variable) {
    return parsed(variable, value -> Optional.of(Path.of(value)), Optional.empty());
  }

  /** Items separated by commas. */
  public List<String> list(EnvironmentVariable variable) {
    return Arrays.stream(text(variable).split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * The value as {@code parse} reads it; {@code instead} when there is none or it is refused.
   *
   * @param parse throws IllegalArgumentException, whose message follows name and value
   */
  public <T> T parsed(EnvironmentVariable variable, Function<String, T> parse, T instead) {
    String value = text(variable);
    try {
      return value.isEmpty() ? instead : parse.apply(value);
    } catch (IllegalArgumentException e) {
      check(false, "%s=%s: %s".formatted(variable.name(), value, e.getMessage()));
      return instead;
    }
  }

  /** The same for a variable whose initial value can be parsed. */
  public <T> T parsed(EnvironmentVariable variable, Function<String, T> parse) {
    String initial = Objects.requireNonNull(variable.initial(), variable.name());
    return parsed(variable, parse, parse.apply(initial));
  }

  /** Adds a problem unless the condition holds; it is told without secrets in URLs. */
  public void check(boolean holds, String problem) {
    if (!holds) {
      problems.add(redacted(problem));
    }
  }

  /** Throws when there was any problem, with all of them. */
  public void throwProblems() throws SettingsException {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  /** Every variable that has a value, set or initial, for the log: without secrets in URLs. */
  public Map<String, String> effective() {
    Map<String, String> effective = new LinkedHashMap<>();
    for (EnvironmentVariable variable : known) {
      String value = effective(variable);
      if (!value.isEmpty()) {
        effective.put(variable.name(), UrlSecrets.redact(value));
      }
    }
    return effective;
  }

  /** A problem quotes a value as a whole, one item of it, or what a parser says of either. */
  private String redacted(String problem) {
    String redacted = problem;
    for (EnvironmentVariable variable : known) {
      redacted = UrlSecrets.redactQuoted(effective(variable), redacted);
    }
    return UrlSecrets.redactUrls(redacted);
  }

  private String effective(EnvironmentVariable variable) {
    String value = values.getOrDefault(variable.name(), "").strip();
    return value.isEmpty() ? Objects.requireNonNullElse(variable.initial(), "") : value;
  }

  private void refuseUnknown(String prefix) {
    TreeSet<String> names = new TreeSet<>();
    known.forEach(variable -> names.add(variable.name()));
    new TreeSet<>(values.keySet())
        .stream()
            .filter(name -> name.startsWith(prefix))
            .forEach(
                name ->
                    check(
                        names.contains(name),
                        "%s is unknown; known are %s".formatted(name, names)));
  }
}
