package dev.natsfleet.local.client;

/** The server where a message was published, and the server where it was received. */
public record ServerPair(String from, String to) {

  @Override
  public String toString() {
    return from + " → " + to;
  }
}
