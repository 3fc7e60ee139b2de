package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.connect.StreamCapacity;
import dev.natsfleet.logs.program.connect.StreamValidator;
import dev.natsfleet.logs.protocol.record.StreamNames;
import dev.natsfleet.logs.protocol.record.Subjects;
import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of the partitions: creates those that are missing, and checks the others. */
public final class PartitionStreams {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionStreams.class);
  private static final FailureLog.Messages LIMITS =
      new FailureLog.Messages(
          "stream has been changed so that it loses lines; change it back",
          "stream loses no lines any more");
  private static final int SUBJECTS_OVERLAP = 10065;
  private static final Set<Integer> NO_SPACE = Set.of(10023, 10047);
  private static final int NOT_FOUND = 10059;
  private static final int NAME_IN_USE = 10058;
  private static final Duration DEDUPLICATION = Duration.ofMinutes(2);

  private final FailureLog limits = new FailureLog(LOG, "stream", LIMITS);
  private final JetStreamManagement management;
  private final ReceiverSettings.Streams settings;
  private final String prefix;

  /** Streams of the subjects that begin with {@code prefix}. */
  public PartitionStreams(
      NatsConnection connection, ReceiverSettings.Streams settings, String prefix)
      throws IOException {
    this.management = connection.client().jetStreamManagement();
    this.settings = settings;
    this.prefix = prefix;
  }

  /** The name of a partition's stream. */
  public String name(int partition) {
    return StreamNames.of(settings.names(), partition);
  }

  /** Makes sure that the stream of a partition is there and loses nothing. */
  public void ensure(int partition) throws StreamReadException, StreamRefusedException {
    try {
      findOrCreate(partition);
    } catch (IOException | JetStreamApiException e) {
      throw new StreamReadException(
          "stream " + name(partition) + " cannot be looked up or created: " + e.getMessage(), e);
    }
  }

  /**
   * Logs when somebody has changed a stream so that it would lose lines; goes on reading.
   *
   * @param before what was observed the last time
   * @return by what setting the stream would lose lines; empty when it loses none
   */
  public String observe(int partition, String before) {
    String name = name(partition);
    try {
      Optional<String> fault =
          StreamValidator.deletion(management.getStreamInfo(name).getConfiguration());
      fault.ifPresentOrElse(why -> limits.failed(name, why), () -> limits.succeeded(name));
      return fault.orElse("");
    } catch (IOException | JetStreamApiException e) {
      LOG.atDebug().addKeyValue("stream", name).setCause(e).log("the stream cannot be looked up");
      return before;
    }
  }

  /**
   * The position before the first message that a partition's stream has, or will get: a copy that
   * begins there misses nothing of what was purged or expired before. Its time is that of the
   * stream's creation, so that a stream that is made anew before the copy's first commit is
   * younger.
   */
  public StreamPosition beginning(int partition) throws IOException {
    try {
      return StreamLookup.beginning(management, name(partition));
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == NOT_FOUND) {
        return StreamPosition.START;
      }
      throw new IOException("stream " + name(partition) + " cannot be looked up", e);
    }
  }

  private void findOrCreate(int partition)
      throws IOException, JetStreamApiException, StreamRefusedException {
    Optional<StreamConfiguration> found = find(name(partition));
    if (found.isEmpty()) {
      create(partition);
      return;
    }
    Optional<String> refusal =
        StreamValidator.refusal(found.get(), Subjects.filter(prefix, partition));
    if (refusal.isPresent()) {
      throw new StreamRefusedException(refusal.get());
    }
  }

  /**
   * Whether a partition's stream is so full that shippers hold back, and gaps are not filled. When
   * the server does not answer, the stream counts as full.
   */
  public boolean isNearlyFull(int partition) {
    try {
      return StreamCapacity.isNearlyFull(management.getStreamInfo(name(partition)));
    } catch (IOException | JetStreamApiException e) {
      LOG.atDebug()
          .addKeyValue("stream", name(partition))
          .setCause(e)
          .log("the stream's size is not known; it counts as full");
      return true;
    }
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
      if (e.getApiErrorCode() == SUBJECTS_OVERLAP) {
        throw new StreamRefusedException(overlap(partition));
      }
      if (NO_SPACE.contains(e.getApiErrorCode())) {
        throw new StreamRefusedException(
            "stream %s cannot be created: %s: lower SHIPPER_STREAM_BYTES=%d, or raise max_file_store of the servers or the account's limit"
                .formatted(name(partition), e.getMessage(), settings.bytes()));
      }
      if (e.getApiErrorCode() != NAME_IN_USE) {
        throw e;
      }
      findOrCreate(partition); // another receiver has created it first
    }
  }

  private String overlap(int partition) throws IOException, JetStreamApiException {
    return "stream %s cannot be created: subjects %s belong to the streams %s; set SHIPPER_STREAM_TARGET to the first part of that name, or delete it"
        .formatted(
            name(partition),
            subjects(partition),
            management.getStreamNames(Subjects.filter(prefix, partition)));
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

  /** Partition 0 also has the subject without a host, which the first fshipper publishes to. */
  private List<String> subjects(int partition) {
    List<String> subjects = new ArrayList<>(List.of(Subjects.filter(prefix, partition)));
    if (partition == 0) {
      subjects.add(prefix);
    }
    return subjects;
  }
}
