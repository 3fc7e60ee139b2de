package dev.natsfleet.checks.naming;

import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class is named by a noun of its field. The kinds of names below are none; nested types are
 * free, since {@code Outcome.Waiting} says what waits.
 */
record ClassNames(SourceTree sourceTree) {

  /** Names that look like a forbidden kind and are none, each with the reason. */
  static final Map<String, String> EXCEPTIONS =
      Map.of(
          "AutoScaling", "the service's own name",
          "Reply", "a noun",
          "Testbed", "a noun");

  private static final Set<String> EMPTY_WORDS =
      words(
          """
          Util Utils Helper Helpers Common Manager Managers Impl Base Data Info Handler
          Handlers Processor Processors
          """);

  /** Words in -ing that name a thing, not the doing of it. */
  private static final Set<String> THINGS = words("Listing Naming Ring Setting String");

  private static final Set<String> NO_NOUNS =
      words(
          """
          Above After Aside Asides Away Before Behind Below Beside Elsewhere Foremost
          Found Furthest Given Held Here Known Last Latest Lost Meanwhile Now Ours Past
          Self Still Taken Then There Together Within Without
          """);

  /** Pictures that stood for a thing here once, at any place in a name. */
  private static final Set<String> METAPHORS =
      words(
          """
          Aftermath Agenda Blueprint Census Contestant Demolition Desk Dialect Duties
          Fitness Foundation Kinship Machinery Mishap Mishaps Neighbours Obstacle
          Obstacles Patience Remains Retreat Scorecard Sequel Setback Setbacks Sibling
          Sightings Trouble Upkeep Verdict Victim Victims Victory Wish Witness
          """);

  /** Pictures that are the field's words inside other names, like the head of a chain. */
  private static final Set<String> METAPHORS_ALONE =
      words(
          """
          Books Ceiling Crossing Departure Doubt Draft Flight Flow Foundations Gap Guard
          Hands Intake Judgements Mark Moves News Pace Piece Place Pump Race Reach Recall
          Rest Rig Room Rules Share Sheet Shape Situation Station Turn Turns Words
          """);

  List<String> findings() {
    return Stream.of(SourceSet.values())
        .flatMap(set -> sourceTree.java(set).stream())
        .flatMap(file -> problem(nameOf(file)).map(problem -> file + ": " + problem).stream())
        .toList();
  }

  /** What kind of forbidden name this is; empty for a good one. */
  static Optional<String> problem(String name) {
    if (EXCEPTIONS.containsKey(name)) {
      return Optional.empty();
    }
    List<String> words = Arrays.asList(name.split("(?<=[a-z0-9])(?=[A-Z])"));
    String last = words.getLast();
    if (EMPTY_WORDS.contains(last)) {
      return Optional.of(last + " says nothing: use the field's word for what it is");
    }
    if (last.endsWith("ing") && !THINGS.contains(last)) {
      return Optional.of(name + " is a gerund: name the thing that does it");
    }
    if (words.size() == 1 && (name.matches(".*(ed|ly)") || NO_NOUNS.contains(name))) {
      return Optional.of(name + " is no noun: name the thing that it is true of");
    }
    if (words.stream().anyMatch(METAPHORS::contains) || METAPHORS_ALONE.contains(name)) {
      return Optional.of(name + " is a metaphor: use the word that people search for");
    }
    return Optional.empty();
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  static String nameOf(Path java) {
    return java.getFileName().toString().replaceFirst("\\.java$", "");
  }
}
