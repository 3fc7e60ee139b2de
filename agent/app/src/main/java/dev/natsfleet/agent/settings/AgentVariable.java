package dev.natsfleet.agent.settings;

import dev.natsfleet.settings.EnvironmentVariable;

/** Every environment variable of the agent. */
enum AgentVariable implements EnvironmentVariable {
  NATSFLEET_STATE_DIR(
      "/var/lib/natsfleet",
      "nats-server's configuration, log and process note, and what the agent remembers"),
  NATSFLEET_SERVER_BINARY("/usr/local/bin/nats-server", "the nats-server to run"),
  NATSFLEET_CLIENT_PORT(
      "4222", "where nats-server takes clients, on the instance's private address"),
  NATSFLEET_ROUTE_PORT(
      "6222", "where it takes routes, on the same address; the same on every node of a cluster"),
  NATSFLEET_MONITOR_PORT("8222", "nats-server's monitor"),
  NATSFLEET_MONITOR_ADDRESS(
      "127.0.0.1", "its address, on loopback: the monitor asks nobody for a password"),
  NATSFLEET_HTTP_ADDRESS("127.0.0.1", "where the agent itself answers, on loopback"),
  NATSFLEET_HTTP_PORT("8322", "its port"),
  NATSFLEET_CLOCK_OFFSET_SECONDS(
      "0", "added to the time that is written into rows, for tests of skewed clocks"),
  AWS_EC2_METADATA_SERVICE_ENDPOINT("http://169.254.169.254", "the metadata service");

  private final String initial;
  private final String meaning;

  AgentVariable(String initial, String meaning) {
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
