package dev.natsfleet.logs.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StorageType;
import java.io.IOException;

/** The bucket that receivers of a pipeline share: positions and leases. */
public final class Bucket {

  private Bucket() {}

  /** Its name. */
  public static String name(String streams) {
    return streams + "_receivers";
  }

  /** Throws when it has no leader that answers. */
  public static void ask(Connection connection, String bucket)
      throws IOException, JetStreamApiException {
    connection.keyValueManagement().getStatus(bucket);
  }

  /** Creates it unless it is there; gives whether it was not. */
  public static boolean keep(Connection connection, String streams, int replicas)
      throws IOException, JetStreamApiException {
    var management = connection.keyValueManagement();
    boolean missing = !management.getBucketNames().contains(name(streams));
    if (missing) {
      management.create(
          KeyValueConfiguration.builder()
              .name(name(streams))
              .storageType(StorageType.File)
              .replicas(replicas)
              .build());
    }
    return missing;
  }
}
