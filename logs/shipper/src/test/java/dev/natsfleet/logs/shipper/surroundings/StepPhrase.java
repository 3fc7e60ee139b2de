package dev.natsfleet.logs.shipper.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places in angle brackets: {@code <2-5>} is a number, {@code <log>} a log, and
 * words with bars between them are one of these words.
 */
record StepPhrase(String text) {

  private static final Pattern PLACE = Pattern.compile("<([^>]+)>");
  private static final String LOG = "log";

  /** The words in the places, if a sentence is of this phrase. */
  Optional<List<String>> match(String sentence) {
    StringBuilder regex = new StringBuilder();
    int end = 0;
    for (MatchResult place : PLACE.matcher(text).results().toList()) {
      regex.append(Pattern.quote(text.substring(end, place.start()))).append("(.+)");
      end = place.end();
    }
    regex.append(Pattern.quote(text.substring(end)));
    Matcher matcher = Pattern.compile(regex.toString()).matcher(sentence);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      words.add(matcher.group(i));
    }
    return Optional.of(words);
  }

  /** A sentence about one of these logs. */
  String draw(RandomGenerator random, List<String> logs) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(draw(place.group(1), random, logs)));
  }

  private static String draw(String place, RandomGenerator random, List<String> logs) {
    int dash = place.indexOf('-');
    if (dash > 0) {
      int least = Integer.parseInt(place.substring(0, dash));
      return Integer.toString(
          random.nextInt(least, Integer.parseInt(place.substring(dash + 1)) + 1));
    }
    List<String> words = place.equals(LOG) ? logs : List.of(place.split("\\|", -1));
    return words.get(random.nextInt(words.size()));
  }
}
