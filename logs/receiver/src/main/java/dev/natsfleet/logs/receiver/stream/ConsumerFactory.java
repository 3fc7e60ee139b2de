package dev.natsfleet.logs.receiver.stream;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.NUID;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the consumer that a {@link StreamReader} pulls from. It acknowledges nothing: the
 * receiver's own journal says where to begin.
 */
final class ConsumerFactory {

  private static final Logger LOG = LoggerFactory.getLogger(ConsumerFactory.class);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
  private static final Duration INACTIVE = Duration.ofSeconds(30);

  private ConsumerFactory() {}

  /**
   * A consumer that was created.
   *
   * @param continuous whether it delivers what follows the position; the stream has lost its tail
   *     or was made anew otherwise
   */
  record CreatedConsumer(ConsumerInfo info, boolean continuous) {}

  /** Creates a consumer that delivers what is behind a position. */
  static CreatedConsumer create(JetStreamManagement management, String stream, StreamPosition from)
      throws IOException, JetStreamApiException {
    boolean continuous =
        from.sequence() == 0 || StreamLookup.isContinuous(management, stream, from);
    ConsumerConfiguration.Builder builder =
        ConsumerConfiguration.builder()
            .name("receiver-" + NUID.nextGlobal())
            .ackPolicy(AckPolicy.None)
            .inactiveThreshold(INACTIVE)
            .memStorage(true)
            .numReplicas(1);
    if (from.sequence() == 0) {
      builder.deliverPolicy(DeliverPolicy.All);
    } else if (continuous) {
      builder.deliverPolicy(DeliverPolicy.ByStartSequence).startSequence(from.sequence() + 1);
    } else {
      LOG.atWarn()
          .addKeyValue("stream", stream)
          .addKeyValue("sequence", from.sequence())
          .log("the stream has lost its tail or was made anew; reading again what came since");
      builder.deliverPolicy(DeliverPolicy.ByStartTime).startTime(before(from.time()));
    }
    return new CreatedConsumer(management.createConsumer(stream, builder.build()), continuous);
  }

  private static ZonedDateTime before(long time) {
    return Instant.EPOCH.plusNanos(time).minus(CLOCK_SKEW).atZone(ZoneOffset.UTC);
  }
}
