package dev.natsfleet.operator.plan;

import dev.natsfleet.values.Redaction;

/**
 * A reason and its explanation.
 *
 * @param reason stable word
 * @param message names the thing, the value and the way out; without secrets of URLs
 */
public record Note(Reason reason, String message) {

  public Note {
    message = Redaction.urls(message);
  }
}
