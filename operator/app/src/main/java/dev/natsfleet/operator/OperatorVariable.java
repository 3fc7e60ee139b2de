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
  NATSFLEET_LEASE_NAME(
      "",
      "name of the Lease by which one of several operators acts and the others stand by; when"
          + " empty there is no such Lease, and this operator acts at once"),
  NATSFLEET_LEASE_NAMESPACE("", "namespace of that Lease; needed when it has a name"),
  NATSFLEET_REPLICA(
      "",
      "what this operator is called in the Lease, before `_` and something random: the name of its"
          + " pod"),
  NATSFLEET_HTTP_ADDRESS("127.0.0.1", "address of `/metrics`, `/livez`, `/readyz` and `/healthz`"),
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
