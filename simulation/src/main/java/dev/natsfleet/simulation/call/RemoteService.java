package dev.natsfleet.simulation.call;

import java.time.Duration;

/** The services that operators and nodes call. */
public enum RemoteService {
  /** EC2 and EC2 Auto Scaling. */
  AWS(20, 9),
  /** DynamoDB. */
  REGISTRY(10, 5),
  /** The API server. */
  KUBERNETES(10, 5),
  /** Instance metadata. */
  METADATA(2, 2);

  private final Duration limit;
  private final Duration connectLimit;

  RemoteService(int limitSeconds, int connectSeconds) {
    this.limit = Duration.ofSeconds(limitSeconds);
    this.connectLimit = Duration.ofSeconds(connectSeconds);
  }

  /** After which an operator gives a call up: the limit of its client, all attempts included. */
  public Duration limit() {
    return limit;
  }

  /** How long it takes an operator to find out that a service cannot be reached. */
  public Duration connectLimit() {
    return connectLimit;
  }
}
