package dev.natsfleet.values;

import java.time.Duration;
import java.util.Optional;

/**
 * A field that holds a duration within limits.
 *
 * @param field its full name, as the user writes it
 * @param least shortest duration
 * @param most longest duration
 * @param refusal what is wrong with a duration outside, and what to write; without an apostrophe
 */
public record DurationRange(String field, Duration least, Duration most, String refusal) {

  /** What is wrong with this value: field, value and way out. Empty if it can be taken. */
  public Optional<String> problem(String text) {
    try {
      Duration value = DurationFormat.parse(text);
      boolean within = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
      return within ? Optional.empty() : Optional.of(sentence(text, refusal));
    } catch (IllegalArgumentException e) {
      return Optional.of(sentence(text, String.valueOf(e.getMessage())));
    }
  }

  private String sentence(String text, String why) {
    return field + " " + text + " " + why;
  }
}
