package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.protocol.audit.AuditBucket;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * The bucket that the receivers of a pipeline share, with positions and leases; and the one of
 * audits.
 */
public final class PipelineBucket {

  private static final Duration AUDIT_TTL = Duration.ofDays(1);

  private PipelineBucket() {}

  /**
   * Two points in time, both by the servers' clock.
   *
   * @param createdAt when the bucket was created
   * @param server now
   */
  public record Times(Instant createdAt, Instant server) {}

  /** The name of the bucket that receivers share. */
  public static String name(String streams) {
    return streams + "_receivers";
  }

  /** Throws when the bucket has no leader that answers. */
  public static void requireLeader(NatsConnection connection, String bucket) throws IOException {
    NatsConnection.ask(() -> connection.client().keyValueManagement().getStatus(bucket));
  }

  /** Creates the bucket that receivers share, unless it is there. */
  public static void ensure(NatsConnection connection, String streams, int replicas)
      throws IOException {
    ensure(connection, bucket(name(streams), replicas).build());
  }

  /** When that bucket was created, and what time it is for the servers. */
  public static Times times(NatsConnection connection, String streams) throws IOException {
    StreamInfo info =
        NatsConnection.ask(
            () -> connection.client().jetStreamManagement().getStreamInfo("KV_" + name(streams)));
    return new Times(info.getCreateTime().toInstant(), info.getTimestamp().toInstant());
  }

  /**
   * Creates the bucket of audits, unless it is there; an audit that is not updated any more is kept
   * for a day.
   *
   * @return when the bucket was created, by the servers' clock
   */
  public static ZonedDateTime ensureAuditBucket(
      NatsConnection connection, String streams, int replicas) throws IOException {
    String name = AuditBucket.name(streams);
    ensure(connection, bucket(name, replicas).ttl(AUDIT_TTL).build());
    return NatsConnection.ask(() -> connection.client().keyValueManagement().getStatus(name))
        .getBackingStreamInfo()
        .getCreateTime();
  }

  private static KeyValueConfiguration.Builder bucket(String name, int replicas) {
    return KeyValueConfiguration.builder()
        .name(name)
        .storageType(StorageType.File)
        .replicas(replicas);
  }

  private static void ensure(NatsConnection connection, KeyValueConfiguration bucket)
      throws IOException {
    var management = connection.client().keyValueManagement();
    if (!NatsConnection.ask(management::getBucketNames).contains(bucket.getBucketName())) {
      NatsConnection.ask(() -> management.create(bucket));
    }
  }
}
