package dev.natsfleet.values;

import java.util.Optional;

/**
 * A field that holds a size within limits.
 *
 * @param field its full name, as the user writes it
 * @param least smallest size in bytes
 * @param most largest size in bytes
 * @param refusal what is wrong with a size outside, and what to write; without an apostrophe
 */
public record SizeRange(String field, long least, long most, String refusal) {

  /** What is wrong with this value: field, value and way out. Empty if it can be taken. */
  public Optional<String> problem(String text) {
    try {
      long value = SizeFormat.parse(text);
      boolean within = value >= least && value <= most;
      return within ? Optional.empty() : Optional.of(sentence(text, refusal));
    } catch (IllegalArgumentException e) {
      return Optional.of(sentence(text, String.valueOf(e.getMessage())));
    }
  }

  private String sentence(String text, String why) {
    return field + " " + text + " " + why;
  }
}
