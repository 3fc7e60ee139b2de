package dev.natsfleet.local.wire;

import org.junit.jupiter.api.AfterAll;

class EmulatedContractTest implements AwsContract {

  private static final EmulatedAws AWS = new EmulatedAws();
  private static final Clients CLIENTS = Clients.of(AWS.endpoint());

  @Override
  public Clients clients() {
    return CLIENTS;
  }

  @AfterAll
  static void close() {
    CLIENTS.close();
    AWS.close();
  }
}
