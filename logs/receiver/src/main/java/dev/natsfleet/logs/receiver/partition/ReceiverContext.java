package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.output.OutputLock;
import dev.natsfleet.logs.receiver.settings.GapPolicy;
import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
import dev.natsfleet.logs.receiver.store.OutputRotation;
import dev.natsfleet.logs.receiver.stream.CopyOwner;
import dev.natsfleet.logs.receiver.stream.NatsConnection;
import dev.natsfleet.logs.receiver.stream.PartitionStreams;
import dev.natsfleet.logs.receiver.stream.PipelineBucket;
import dev.natsfleet.logs.receiver.stream.ServerFailover;
import dev.natsfleet.logs.receiver.stream.StreamReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * What all partitions of a receiver share, and each one's part of what is limited.
 *
 * @param settings of the receiver
 * @param connection to NATS
 * @param clock of the program
 * @param serverFailover leaves a server through which no stream can be reached
 * @param partitionStreams creates and checks streams
 * @param files names and locks of the output
 * @param copyOwner keeps other receivers from being the same copy
 * @param maxPartitions that this receiver may have at once
 */
public record ReceiverContext(
    ReceiverSettings settings,
    NatsConnection connection,
    ProgramClock clock,
    ServerFailover serverFailover,
    PartitionStreams partitionStreams,
    OutputFiles files,
    CopyOwner copyOwner,
    int maxPartitions) {

  /** Logs of a receiver that are counted one by one. */
  public static final int MAX_LOGS = 20_000;

  private static final long PREFETCH_BYTES = 4L << 20;
  private static final int PREFETCH_MESSAGES = 2048;
  private static final int MIN_PREFETCH_MESSAGES = 256;
  private static final long MIN_PREFETCH_BYTES = 320L << 10;
  private static final int MIN_LOGS = 1_000;
  private static final int MIN_OPEN_FILES = 8;

  /**
   * The output of all partitions.
   *
   * @param fileNaming of the files
   * @param current files that are being written
   * @param outputLock that keeps other receivers out
   */
  public record OutputFiles(FileNaming fileNaming, CurrentFiles current, OutputLock outputLock) {

    /** The output that settings describe. */
    public static OutputFiles of(ReceiverSettings settings) {
      ZoneId zone = ZoneId.systemDefault();
      var output = settings.output();
      FileNaming fileNaming =
          new FileNaming(output.directory(), output.pattern(), output.every(), zone);
      Path root = output.directory().orElseGet(() -> fileNaming.root(""));
      return new OutputFiles(fileNaming, new CurrentFiles(), new OutputLock(settings, root));
    }
  }

  /** Connects the parts. */
  public static ReceiverContext of(
      ReceiverSettings settings, NatsConnection connection, ProgramClock clock) throws IOException {
    String subject = settings.pipelineSettings().subject();
    int partitions =
        settings
            .partitionSettings()
            .partitions()
            .map(List::size)
            .orElse(settings.pipelineSettings().partitions());
    return new ReceiverContext(
        settings,
        connection,
        clock,
        new ServerFailover(connection, clock.nanos()),
        new PartitionStreams(connection, settings.streams(), subject),
        OutputFiles.of(settings),
        copyOwner(settings, connection),
        Math.max(1, partitions));
  }

  /** The directory of a partition's journal. */
  public Path directory(int partition) {
    return copyDirectory(settings).resolve("partition-" + partition);
  }

  private static Path copyDirectory(ReceiverSettings settings) {
    return settings.pipelineSettings().state().resolve(settings.partitionSettings().copy());
  }

  private static CopyOwner copyOwner(ReceiverSettings settings, NatsConnection connection)
      throws IOException {
    return new CopyOwner(
        connection,
        PipelineBucket.name(settings.streams().names()),
        settings.partitionSettings().copy(),
        copyDirectory(settings),
        settings.pipelineSettings().host());
  }

  /** Subject of the pipeline, which the subjects of all partitions begin with. */
  public String subject() {
    return settings.pipelineSettings().subject();
  }

  /** Logs of one partition that are counted one by one. */
  public int maxLogs() {
    return Math.max(MIN_LOGS, MAX_LOGS / maxPartitions);
  }

  OutputRotation rotation(int partition) {
    return new OutputRotation(
        files.fileNaming,
        settings.output().maxBytes(),
        clock.wall(),
        files.current.of(directory(partition)));
  }

  /**
   * What the server may have on its way to one partition: a message in memory costs a kilobyte
   * beside its bytes.
   */
  StreamReader.PrefetchLimits prefetchLimits() {
    return new StreamReader.PrefetchLimits(
        Math.max(MIN_PREFETCH_MESSAGES, PREFETCH_MESSAGES / maxPartitions),
        Math.max(MIN_PREFETCH_BYTES, PREFETCH_BYTES / maxPartitions));
  }

  int openFiles() {
    return Math.max(MIN_OPEN_FILES, settings.output().openFiles() / maxPartitions);
  }

  GapPolicy gapPolicy() {
    return settings.gaps().share(maxPartitions);
  }
}
