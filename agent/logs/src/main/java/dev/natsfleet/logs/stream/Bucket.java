package dev.natsfleet.logs.stream;

import dev.natsfleet.logs.account.AccountBucket;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;

/** The bucket that receivers of a pipeline share: positions and leases. */
public final class Bucket {

  private static final Duration KEPT = Duration.ofDays(1);

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

  /** Creates it unless it is there. */
  public static void keep(Connection connection, String streams, int replicas)
      throws IOException, JetStreamApiException {
    keep(connection, bucket(name(streams), replicas).build());
  }

  /** What the servers know of it: when it was made, and what time it is. */
  public static StreamInfo look(Connection connection, String streams)
      throws IOException, JetStreamApiException {
    return connection.jetStreamManagement().getStreamInfo("KV_" + name(streams));
  }

  /**
   * Creates the bucket of accounts unless it is there; an account that ends is kept for a day.
   *
   * @return when it was made, by the servers' clock
   */
  public static ZonedDateTime keepAccounts(Connection connection, String streams, int replicas)
      throws IOException, JetStreamApiException {
    String name = AccountBucket.name(streams);
    keep(connection, bucket(name, replicas).ttl(KEPT).build());
    return connection.keyValueManagement().getStatus(name).getBackingStreamInfo().getCreateTime();
  }

  private static KeyValueConfiguration.Builder bucket(String name, int replicas) {
    return KeyValueConfiguration.builder()
        .name(name)
        .storageType(StorageType.File)
        .replicas(replicas);
  }

  private static void keep(Connection connection, KeyValueConfiguration bucket)
      throws IOException, JetStreamApiException {
    var management = connection.keyValueManagement();
    if (!management.getBucketNames().contains(bucket.getBucketName())) {
      management.create(bucket);
    }
  }
}
