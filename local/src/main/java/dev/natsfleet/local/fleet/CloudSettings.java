package dev.natsfleet.local.fleet;

import dev.natsfleet.local.cloud.world.Realism;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The settings that a fleet passes to the emulated cloud through its environment.
 *
 * @param range prefix of its addresses, such as {@code 127.1}
 * @param dynamo endpoint of DynamoDB, for the instances
 * @param directory where its log, its endpoint and its instances go
 * @param natsServer path of the nats-server in the machine image
 * @param realism how much of AWS's inconvenient behaviour it shows
 */
record CloudSettings(String range, URI dynamo, Path directory, Path natsServer, Realism realism) {

  private static final int PORT = 4566;

  /** Reads what {@link #environment()} wrote. */
  static CloudSettings from(Map<String, String> environment) {
    return new CloudSettings(
        value(environment, "LOCAL_RANGE"),
        URI.create(value(environment, "LOCAL_DYNAMODB")),
        Path.of(value(environment, "LOCAL_DIRECTORY")),
        Path.of(value(environment, "LOCAL_NATS_SERVER")),
        new Realism(
            Duration.parse(value(environment, "LOCAL_PROPAGATION")),
            Duration.parse(value(environment, "LOCAL_ACTIVATION")),
            Boolean.parseBoolean(value(environment, "LOCAL_HOLDS_GONE_MEMBERS"))));
  }

  /** The environment variables for the cloud's process. */
  Map<String, String> environment() {
    return Map.of(
        "LOCAL_RANGE", range,
        "LOCAL_DYNAMODB", dynamo.toString(),
        "LOCAL_DIRECTORY", directory.toString(),
        "LOCAL_NATS_SERVER", natsServer.toString(),
        "LOCAL_PROPAGATION", realism.propagation().toString(),
        "LOCAL_ACTIVATION", realism.activation().toString(),
        "LOCAL_HOLDS_GONE_MEMBERS", Boolean.toString(realism.goneMembersHeld()));
  }

  /**
   * The endpoint of the services. The address range belongs to this fleet, so every port in it is
   * free.
   */
  URI endpoint() {
    return URI.create("http://" + range + ".0.1:" + PORT);
  }

  /** The directory with a subdirectory for each instance. */
  Path instances() {
    return directory.resolve("instances");
  }

  private static String value(Map<String, String> environment, String key) {
    String value = environment.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is not set; a fleet starts this program");
    }
    return value;
  }
}
