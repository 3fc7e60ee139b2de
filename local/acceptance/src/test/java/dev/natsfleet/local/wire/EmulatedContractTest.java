package dev.natsfleet.local.wire;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("server")
class EmulatedContractTest implements AwsContract, CallContract {

  private static final EmulatedAws AWS = new EmulatedAws();
  private static final SdkClients CLIENTS = SdkClients.of(AWS.endpoint());

  @Override
  public SdkClients clients() {
    return CLIENTS;
  }

  @Override
  public URI endpoint() {
    return AWS.endpoint();
  }

  @Override
  public String server() {
    return "here";
  }

  @AfterAll
  static void close() {
    CLIENTS.close();
    AWS.close();
  }
}
