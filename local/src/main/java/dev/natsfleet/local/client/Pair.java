package dev.natsfleet.local.client;

/** A server where a message was published, and one where it was heard. */
public record Pair(String from, String to) {

  @Override
  public String toString() {
    return from + " → " + to;
  }
}
