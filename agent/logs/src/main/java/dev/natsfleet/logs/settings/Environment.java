package dev.natsfleet.logs.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads variables of one environment and gathers what is wrong with them. */
final class Environment {

  private static final String PREFIX = "SHIPPER_";

  private final Map<String, String> values;
  private final List<String> problems = new ArrayList<>();

  Environment(Map<String, String> values) {
    this.values = values;
    refuseUnknown();
  }

  String text(Variable variable) {
    String value = values.getOrDefault(variable.name(), "").strip();
    if (!value.isEmpty()) {
      return value;
    }
    String initial = variable.initial();
    if (initial == null) {
      problem("%s is missing: %s".formatted(variable, variable.meaning()));
    }
    return initial == null ? "" : initial;
  }

  Optional<Path> path(Variable variable) {
    return Optional.of(text(variable)).filter(value -> !value.isEmpty()).map(Path::of);
  }

  List<String> list(Variable variable) {
    return Arrays.stream(text(variable).split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** The variable's value as {@code parse} reads it; {@code instead} when it cannot. */
  <T> T parsed(Variable variable, Function<String, T> parse, T instead) {
    String value = text(variable);
    try {
      return value.isEmpty() ? instead : parse.apply(value);
    } catch (IllegalArgumentException e) {
      problem("%s=%s: %s".formatted(variable, value, e.getMessage()));
      return instead;
    }
  }

  void check(boolean holds, String problem) {
    if (!holds) {
      problem(problem);
    }
  }

  void throwProblems() throws SettingsException {
    if (!problems.isEmpty()) {
      throw new SettingsException(List.copyOf(problems));
    }
  }

  private void problem(String problem) {
    problems.add(problem);
  }

  private void refuseUnknown() {
    var known = Arrays.stream(Variable.values()).map(Enum::name).collect(Collectors.toSet());
    for (String name : new TreeSet<>(values.keySet())) {
      check(
          !name.startsWith(PREFIX) || known.contains(name),
          name + " is not a variable of this program");
    }
  }
}
