package dev.natsfleet.operator;

import dev.natsfleet.settings.EnvironmentVariable;

/** Every environment variable of the operator. */
enum OperatorVariable implements EnvironmentVariable {
  NATSFLEET_NAMESPACES("", "namespaces to watch, separated by commas; all of them when empty"),
  NATSFLEET_FLEET_ID(
      "",
      "what the fleet is called in the tag `natsfleet:owner` of all that belongs to it; give a"
          + " restored or moved Kubernetes the same, and two Kubernetes of one account different"
          + " ones; the UID of the namespace `kube-system` when empty"),
  NATSFLEET_HTTP_ADDRESS("127.0.0.1", "address of `/metrics` and `/healthz`"),
  NATSFLEET_HTTP_PORT("8080", "their port; 0 takes a free one");

  private final String initial;
  private final String meaning;

  OperatorVariable(String initial, String meaning) {
    this.initial = initial;
    this.meaning = meaning;
  }

  @Override
  public String initial() {
    return initial;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
