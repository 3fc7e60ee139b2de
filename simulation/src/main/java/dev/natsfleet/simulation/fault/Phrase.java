package dev.natsfleet.simulation.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places, which stand in angle brackets: {@code 1-6} is a number of that range, and
 * words with bars between them are one of these words.
 */
final class Phrase {

  private static final Pattern PLACE = Pattern.compile("<([^>]+)>");
  private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

  private final String text;
  private final Pattern pattern;

  /** A phrase of this text with its places. */
  Phrase(String text) {
    this.text = text;
    this.pattern = pattern(text);
  }

  private static Pattern pattern(String text) {
    StringBuilder regex = new StringBuilder();
    int end = 0;
    for (MatchResult place : PLACE.matcher(text).results().toList()) {
      regex.append(Pattern.quote(text.substring(end, place.start()))).append(regex(place.group(1)));
      end = place.end();
    }
    regex.append(Pattern.quote(text.substring(end)));
    return Pattern.compile(regex.toString());
  }

  /** The text, with its places. */
  String text() {
    return text;
  }

  /** The words in the places, if a sentence is of this phrase. */
  Optional<List<String>> match(String sentence) {
    Matcher matcher = pattern.matcher(sentence);
    return matcher.matches() ? Optional.of(groups(matcher)) : Optional.empty();
  }

  private static String regex(String place) {
    return RANGE.matcher(place).matches() ? "(\\d+)" : "(" + place + ")";
  }

  private static List<String> groups(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i));
    }
    return groups;
  }

  /** The sentence with these words in the places. */
  String fill(List<String> words) {
    List<String> left = new ArrayList<>(words);
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(left.removeFirst()));
  }

  /** Words for the places. */
  List<String> draw(RandomGenerator random) {
    return PLACE.matcher(text).results().map(place -> draw(place.group(1), random)).toList();
  }

  private static String draw(String place, RandomGenerator random) {
    Matcher range = RANGE.matcher(place);
    if (range.matches()) {
      int least = Integer.parseInt(range.group(1));
      int most = Integer.parseInt(range.group(2));
      return Integer.toString(random.nextInt(least, most + 1));
    }
    List<String> words = List.of(place.split("\\|", -1));
    return words.get(random.nextInt(words.size()));
  }
}
