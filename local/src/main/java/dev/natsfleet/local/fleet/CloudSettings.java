package dev.natsfleet.local.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the emulated cloud is told by the fleet that starts it.
 *
 * @param range beginning of its addresses, such as {@code 127.1}
 * @param dynamo endpoint of DynamoDB, for the instances
 * @param directory of its log, its endpoint and its instances
 * @param natsServer that is baked into the image
 */
record CloudSettings(String range, URI dynamo, Path directory, Path natsServer) {

  private static final int PORT = 4566;

  /** Reads what {@link #environment()} wrote. */
  static CloudSettings from(Map<String, String> environment) {
    return new CloudSettings(
        value(environment, "LOCAL_RANGE"),
        URI.create(value(environment, "LOCAL_DYNAMODB")),
        Path.of(value(environment, "LOCAL_DIRECTORY")),
        Path.of(value(environment, "LOCAL_NATS_SERVER")));
  }

  /** For the cloud's process. */
  Map<String, String> environment() {
    return Map.of(
        "LOCAL_RANGE", range,
        "LOCAL_DYNAMODB", dynamo.toString(),
        "LOCAL_DIRECTORY", directory.toString(),
        "LOCAL_NATS_SERVER", natsServer.toString());
  }

  /** Where the services listen: the range belongs to this fleet, and so does every port in it. */
  URI endpoint() {
    return URI.create("http://" + range + ".0.1:" + PORT);
  }

  /** Where each instance has a directory. */
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
