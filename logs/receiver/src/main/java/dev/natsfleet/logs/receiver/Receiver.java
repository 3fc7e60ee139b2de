package dev.natsfleet.logs.receiver;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.protocol.record.StreamNames;
import dev.natsfleet.logs.receiver.audit.AuditStore;
import dev.natsfleet.logs.receiver.audit.AuditWatcher;
import dev.natsfleet.logs.receiver.output.OutputLock;
import dev.natsfleet.logs.receiver.ownership.ElasticOwnership;
import dev.natsfleet.logs.receiver.ownership.Ownership;
import dev.natsfleet.logs.receiver.ownership.StaticOwnership;
import dev.natsfleet.logs.receiver.partition.PartitionWorker;
import dev.natsfleet.logs.receiver.partition.ReceiverContext;
import dev.natsfleet.logs.receiver.position.PositionPublisher;
import dev.natsfleet.logs.receiver.position.StreamMaintenance;
import dev.natsfleet.logs.receiver.retention.RetentionWorker;
import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.logs.receiver.status.StatusBuilder;
import dev.natsfleet.logs.receiver.stream.AuditBucketReader;
import dev.natsfleet.logs.receiver.stream.CopyPositions;
import dev.natsfleet.logs.receiver.stream.LeaseBucket;
import dev.natsfleet.logs.receiver.stream.NatsConnection;
import dev.natsfleet.logs.receiver.stream.PipelineBucket;
import dev.natsfleet.settings.UrlSecrets;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives until it is stopped: one worker for each partition that is ours. */
public final class Receiver implements Closeable {

  /** How often positions are published, audits are followed and streams are purged. */
  static final Duration MAINTENANCE_INTERVAL = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final long TURN_MILLIS = 250;
  private static final long CONNECT_MILLIS = 20;
  private static final long NEXT_CONNECTION_MILLIS = 2_000;
  private static final String CONNECTION = "NATS";
  private static final FailureLog.Messages CLOSED =
      new FailureLog.Messages(
          "connection has ended for good; connecting anew until a server accepts it",
          "connection is made again");
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final FailureLog.Messages UNAVAILABLE =
      new FailureLog.Messages(
          "JetStream does not answer yet; trying again", "JetStream answers now");

  private final ReceiverSettings settings;
  private final ProgramClock clock;
  private final StateLock lock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Partitions partitions = new Partitions();
  private final AuditStore audits = new AuditStore(ReceiverContext.MAX_LOGS);
  private final FailureLog connections = new FailureLog(LOG, "connection", CLOSED);
  private volatile boolean connected;
  private volatile Supplier<List<String>> faults = List::of;

  /** Locks the state directory; throws IOException when another process has it. */
  public Receiver(ReceiverSettings settings, ProgramClock clock) throws IOException {
    this.settings = settings;
    this.clock = clock;
    boolean elastic = settings.partitionSettings().partitions().isEmpty();
    String name = elastic ? "receiver-lock-" + settings.pipelineSettings().host() : "receiver-lock";
    this.lock = StateLock.acquire(settings.pipelineSettings().state(), name);
  }

  /** Receives; returns after {@link #stop} with everything durable. */
  public void run() throws IOException, GeneralSecurityException, InterruptedException {
    Optional<NatsConnection> connection = connect();
    while (connection.isPresent()) {
      run(connection.get());
      connection = connectAgain();
    }
  }

  private Optional<NatsConnection> connect()
      throws IOException, GeneralSecurityException, InterruptedException {
    String name = "natsfleet-receiver " + settings.pipelineSettings().host();
    return new PendingConnection(() -> NatsConnection.open(settings.nats(), name))
        .await(() -> isStopped(CONNECT_MILLIS));
  }

  /** What was right when the program began may be right again soon: a certificate, for example. */
  private Optional<NatsConnection> connectAgain() throws InterruptedException {
    Optional<NatsConnection> next = Optional.empty();
    while (next.isEmpty() && !isStopped(NEXT_CONNECTION_MILLIS)) {
      try {
        next = connect();
      } catch (IOException | GeneralSecurityException e) {
        connections.failed(CONNECTION, UrlSecrets.redactUrls(String.valueOf(e.getMessage())));
      }
    }
    return next;
  }

  /** Receives over one connection, until that is closed for good. */
  private void run(NatsConnection connection) throws IOException, InterruptedException {
    try {
      awaitBucket(connection);
      if (!isStopped(0) && !connection.isClosed()) {
        receive(ReceiverContext.of(settings, connection, clock));
      }
    } catch (IOException | IllegalStateException e) {
      if (!connection.isClosed()) {
        throw e;
      }
      LOG.atDebug().setCause(e).log("the connection was closed meanwhile");
    } finally {
      connected = false;
      faults = List::of;
      connection.close();
    }
    if (!isStopped(0)) {
      connections.failed(CONNECTION, connection.lastError());
    }
  }

  /** Asks for the end; returns at once. */
  public void stop() {
    stop.countDown();
  }

  /** What the receiver is doing now. */
  public ReceiverStatus status() {
    StatusBuilder builder = new StatusBuilder(audits, clock.wall().millis() / MILLIS_PER_SECOND);
    partitions
        .states()
        .forEach(
            (partition, state) ->
                builder.add(
                    partition,
                    StreamNames.of(settings.streams().names(), partition),
                    state,
                    partitions.workers().get(partition)));
    return builder.build(connected, settings.partitionSettings().copy(), faults.get());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private boolean isStopped(long millis) throws InterruptedException {
    return stop.await(millis, TimeUnit.MILLISECONDS);
  }

  /** JetStream may be unavailable for a while after the servers are up. */
  private void awaitBucket(NatsConnection connection) throws InterruptedException {
    String names = settings.streams().names();
    String bucket = PipelineBucket.name(names);
    FailureLog failures = new FailureLog(LOG, "bucket", UNAVAILABLE);
    boolean found = false;
    while (!found && !isStopped(0) && !connection.isClosed()) {
      try {
        PipelineBucket.ensure(connection, names, settings.streams().replicas());
        failures.succeeded(bucket);
        connections.succeeded(CONNECTION);
        faults = List::of;
        found = true;
      } catch (IOException | IllegalStateException e) {
        String why = connection.explain(e);
        failures.failed(bucket, why);
        connected = connection.isConnected();
        faults = () -> List.of("bucket " + bucket + " cannot be looked up or created: " + why);
        isStopped(TURN_MILLIS);
      }
    }
  }

  private void receive(ReceiverContext context) throws IOException, InterruptedException {
    NatsConnection connection = context.connection();
    String bucket = PipelineBucket.name(settings.streams().names());
    CopyPositions positions =
        new CopyPositions(connection, bucket, settings.partitionSettings().copy());
    PositionPublisher publisher = new PositionPublisher(positions, context.copyOwner());
    StreamMaintenance maintenance = new StreamMaintenance(context, positions, publisher);
    AuditWatcher watcher =
        new AuditWatcher(
            new AuditBucketReader(connection, settings.streams()), audits, clock.monotonic());
    watcher.watchPartitions(Set.of(), clock.nanos()); // creates the bucket before a stream
    PartitionAssigner assigner =
        new PartitionAssigner(context, partitions, audits, positions, publisher);
    Collection<PartitionWorker> workers = partitions.workers().values();
    try (Ownership ownership = ownership(connection, bucket);
        OutputLock _ = context.files().outputLock();
        RetentionWorker _ = new RetentionWorker(context, workers)) {
      faults =
          () -> Stream.of(ownership.faults(), maintenance.faults()).flatMap(List::stream).toList();
      try {
        loop(context, ownership, assigner, maintenance, watcher);
      } finally { // whatever has failed: no thread outlives its lock
        ownership.stopClaiming();
        assigner.stopAll(ownership);
      }
      if (!connection.isClosed()) {
        maintenance.run(workers, partitions.states());
      }
    }
  }

  private void loop(
      ReceiverContext context,
      Ownership ownership,
      PartitionAssigner assigner,
      StreamMaintenance maintenance,
      AuditWatcher watcher)
      throws InterruptedException {
    long maintenanceAt = clock.nanos();
    while (!isStopped(TURN_MILLIS) && !context.connection().isClosed()) {
      connected = context.connection().isConnected();
      assigner.apply(ownership);
      long now = clock.nanos();
      if (now - maintenanceAt >= MAINTENANCE_INTERVAL.toNanos()) {
        maintenanceAt = now;
        probeServer(context);
        maintenance.run(partitions.workers().values(), partitions.states());
        watcher.watchPartitions(partitions.workers().keySet(), now);
      }
    }
  }

  /** Without a partition of its own, only this tells that a server has lost the others. */
  private void probeServer(ReceiverContext context) {
    if (!partitions.workers().isEmpty()) {
      return;
    }
    String bucket = PipelineBucket.name(settings.streams().names());
    try {
      PipelineBucket.requireLeader(context.connection(), bucket);
      context.serverFailover().streamAnswered(clock.nanos());
    } catch (IOException | IllegalStateException e) {
      LOG.atDebug().addKeyValue("bucket", bucket).setCause(e).log("the bucket does not answer");
      context.serverFailover().streamUnreachable(clock.nanos());
    }
  }

  private Ownership ownership(NatsConnection connection, String bucket) throws IOException {
    if (settings.partitionSettings().partitions().isPresent()) {
      return new StaticOwnership(settings.partitionSettings().partitions().get());
    }
    int count = Math.max(1, settings.pipelineSettings().partitions());
    String copy = settings.partitionSettings().copy();
    return new ElasticOwnership(
        new LeaseBucket(connection, bucket),
        new ElasticOwnership.CopyGroup(copy, settings.pipelineSettings().host(), count),
        clock.monotonic());
  }
}
