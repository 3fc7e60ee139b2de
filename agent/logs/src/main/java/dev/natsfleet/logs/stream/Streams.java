package dev.natsfleet.logs.stream;

import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.wire.Partition;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of the partitions: created when they are missing, checked when they are there. */
public final class Streams {

  private static final int FULL_PERCENT = 85;
  private static final Pattern NUMBER = Pattern.compile("_\\d+$");
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final int NOT_FOUND = 10059;
  private static final int NAME_IN_USE = 10058;
  private static final Duration DEDUPLICATION = Duration.ofMinutes(2);

  private final JetStreamManagement management;
  private final ReceiverSettings.Streams settings;
  private final String prefix;

  /** Streams of subjects that begin with {@code prefix}. */
  public Streams(Connection connection, ReceiverSettings.Streams settings, String prefix)
      throws IOException {
    this.management = connection.jetStreamManagement();
    this.settings = settings;
    this.prefix = prefix;
  }

  /** The first part of the name of a partition's stream, as {@link #name} adds the rest. */
  public static String names(String stream) {
    return NUMBER.matcher(stream).replaceFirst("");
  }

  /** The name of a partition's stream. */
  public String name(int partition) {
    return settings.names() + "_" + partition;
  }

  /** Sees to it that the stream of a partition is there and loses nothing. */
  public void keep(int partition)
      throws IOException, JetStreamApiException, StreamRefusedException {
    Optional<StreamConfiguration> found = find(name(partition));
    if (found.isEmpty()) {
      create(partition);
      return;
    }
    Optional<String> refusal =
        StreamCheck.refusal(found.get(), Partition.filter(prefix, partition));
    if (refusal.isPresent()) {
      throw new StreamRefusedException(refusal.get());
    }
  }

  /**
   * Whether shippers hold back because a partition's stream is nearly full, so that nobody fills
   * gaps. When the server does not say, it counts as such.
   */
  public boolean isNearlyFull(int partition) {
    try {
      return isNearlyFull(management.getStreamInfo(name(partition)));
    } catch (IOException | JetStreamApiException e) {
      LOG.atDebug().setCause(e).log("the stream's size is not known now");
      return true;
    }
  }

  /** Whether a stream that refuses what is too much has less than 15 % left. */
  public static boolean isNearlyFull(StreamInfo info) {
    StreamConfiguration configuration = info.getConfiguration();
    long limit = configuration.getMaxBytes();
    return limit > 0
        && configuration.getDiscardPolicy() == DiscardPolicy.New
        && info.getStreamState().getByteCount() > limit / 100 * FULL_PERCENT;
  }

  private Optional<StreamConfiguration> find(String name)
      throws IOException, JetStreamApiException {
    try {
      return Optional.of(management.getStreamInfo(name).getConfiguration());
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void create(int partition)
      throws IOException, JetStreamApiException, StreamRefusedException {
    try {
      management.addStream(configuration(partition));
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() != NAME_IN_USE) {
        throw e;
      }
      keep(partition); // another receiver was faster
    }
  }

  private StreamConfiguration configuration(int partition) {
    Duration age = settings.age();
    StreamConfiguration.Builder builder =
        StreamConfiguration.builder()
            .name(name(partition))
            .subjects(subjects(partition))
            .retentionPolicy(RetentionPolicy.Limits)
            .discardPolicy(DiscardPolicy.New)
            .storageType(StorageType.File)
            .allowDirect(true)
            .maxAge(age)
            .maxBytes(settings.bytes() == 0 ? -1 : settings.bytes())
            .replicas(settings.replicas());
    if (age.isPositive() && age.compareTo(DEDUPLICATION) < 0) {
      builder.duplicateWindow(age);
    }
    return builder.build();
  }

  /** Partition 0 also has the bare subject, which the very first fshipper publishes to. */
  private List<String> subjects(int partition) {
    List<String> subjects = new ArrayList<>(List.of(Partition.filter(prefix, partition)));
    if (partition == 0) {
      subjects.add(prefix);
    }
    return subjects;
  }
}
