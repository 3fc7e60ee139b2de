package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.connect.NatsOptions;
import dev.natsfleet.logs.ownership.ElasticOwnership;
import dev.natsfleet.logs.ownership.Lease;
import dev.natsfleet.logs.ownership.Ownership;
import dev.natsfleet.logs.ownership.StaticOwnership;
import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.store.Position;
import dev.natsfleet.logs.stream.Bucket;
import dev.natsfleet.logs.stream.Positions;
import dev.natsfleet.logs.stream.Streams;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives until it is stopped: one worker for each partition that is ours. */
public final class Receiver implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final long TURN_MILLIS = 250;
  private static final long UPKEEP_NANOS = Duration.ofSeconds(3).toNanos();
  private static final Duration END = Duration.ofSeconds(20);
  private static final double SECOND_MILLIS = 1e3;

  private final ReceiverSettings settings;
  private final StateLock lock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Map<Integer, PartitionWorker> workers = new ConcurrentSkipListMap<>();
  private final Map<Integer, Counts> counts = new ConcurrentSkipListMap<>();
  private final Accounts accounts = new Accounts(Counts.MOST);
  private final Registration registration = new Registration(2 * UPKEEP_NANOS);
  private volatile boolean connected;

  /** Takes the state directory. */
  public Receiver(ReceiverSettings settings) throws IOException {
    this.settings = settings;
    boolean elastic = settings.share().partitions().isEmpty();
    String owner = elastic ? "lock-" + settings.place().host() : "lock";
    this.lock = StateLock.take(settings.place().state(), owner);
  }

  /** Receives; returns after {@link #stop} with everything durable. */
  public void run() throws IOException, GeneralSecurityException, InterruptedException {
    Connection connection =
        NatsOptions.connect(settings.nats(), "natsfleet-receiver " + settings.place().host());
    try {
      awaitBucket(connection);
      if (!isStopped(0)) {
        receive(connection);
      }
    } finally {
      connection.close();
    }
  }

  /** Asks for the end; returns at once. */
  public void stop() {
    stop.countDown();
  }

  /** What it does. */
  public Status status() {
    Snapshot snapshot = new Snapshot(accounts, System.currentTimeMillis() / SECOND_MILLIS);
    counts.forEach(
        (partition, done) ->
            snapshot.add(
                partition,
                settings.streams().names() + "_" + partition,
                done,
                workers.get(partition)));
    return snapshot.status(connected, settings.share().copy());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private boolean isStopped(long millis) throws InterruptedException {
    return stop.await(millis, TimeUnit.MILLISECONDS);
  }

  /** JetStream may be away for a while after the servers are there. */
  private void awaitBucket(Connection connection) throws InterruptedException {
    String last = "";
    boolean there = false;
    while (!there && !isStopped(0)) {
      try {
        Bucket.keep(connection, settings.streams().names(), settings.streams().replicas());
        there = true;
      } catch (IOException | JetStreamApiException | IllegalStateException e) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(last)) {
          LOG.atWarn().addKeyValue("why", why).log("JetStream does not answer yet");
          last = why;
        }
        isStopped(TURN_MILLIS);
      }
    }
  }

  private void receive(Connection connection) throws IOException, InterruptedException {
    String bucket = Bucket.name(settings.streams().names());
    Positions positions = new Positions(connection, bucket, settings.share().copy());
    Setting setting = setting(connection);
    Upkeep upkeep = new Upkeep(setting, positions);
    AccountWatch watch = new AccountWatch(connection, settings.streams(), accounts);
    watch.follow(Set.of(), System.nanoTime()); // the bucket is there before a stream is
    Work work = new Work(setting, positions, upkeep, watch);
    try (Ownership ownership = ownership(connection, bucket);
        OutputClaim _ = setting.files().claim();
        Tending _ = new Tending(setting, workers.values())) {
      try {
        work(ownership, work);
      } finally { // whatever has failed: no thread outlives its lock
        ownership.retire();
        end(ownership, upkeep);
      }
      upkeep.streams(workers.values(), counts);
    }
  }

  /** Without a partition nobody else notices that a server has lost the others. */
  private void lookAround(Setting setting) {
    if (!workers.isEmpty()) {
      return;
    }
    try {
      Bucket.ask(setting.connection(), Bucket.name(settings.streams().names()));
      setting.elsewhere().reached(System.nanoTime());
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      LOG.atDebug().setCause(e).log("the bucket does not answer");
      setting.elsewhere().unreachable(System.nanoTime());
    }
  }

  private void work(Ownership ownership, Work work) throws InterruptedException {
    long upkeepAt = System.nanoTime();
    while (!isStopped(TURN_MILLIS)) {
      connected = work.setting.connection().getStatus() == Connection.Status.CONNECTED;
      turn(ownership, work);
      long now = System.nanoTime();
      if (now - upkeepAt >= UPKEEP_NANOS) {
        upkeepAt = now;
        lookAround(work.setting);
        work.upkeep.streams(workers.values(), counts);
        work.accounts.follow(workers.keySet(), now);
      }
    }
  }

  /** What the loop works with. */
  private record Work(Setting setting, Positions positions, Upkeep upkeep, AccountWatch accounts) {}

  private Setting setting(Connection connection) throws IOException {
    Streams streams = new Streams(connection, settings.streams(), settings.place().subject());
    int sharers =
        settings.share().partitions().map(List::size).orElse(settings.place().partitions());
    return new Setting(
        settings,
        connection,
        new Elsewhere(connection, System.nanoTime()),
        streams,
        Setting.Files.of(settings),
        Math.max(1, sharers));
  }

  private Ownership ownership(Connection connection, String bucket) throws IOException {
    if (settings.share().partitions().isPresent()) {
      return new StaticOwnership(settings.share().partitions().get());
    }
    int partitions = Math.max(1, settings.place().partitions());
    String copy = settings.share().copy();
    return new ElasticOwnership(
        connection.keyValue(bucket),
        connection.jetStreamManagement(),
        new ElasticOwnership.Group(copy, settings.place().host(), partitions));
  }

  private void turn(Ownership ownership, Work work) {
    Map<Integer, Lease> wanted = ownership.wanted();
    for (PartitionWorker worker : List.copyOf(workers.values())) {
      if (wanted.get(worker.lease().partition()) != worker.lease()) {
        worker.stop();
      }
      if (worker.hasEnded()) {
        workers.remove(worker.lease().partition());
        work.upkeep.publish(worker);
        ownership.release(worker.lease());
      }
    }
    for (Lease lease : wanted.values()) {
      if (lease.isCertain() && !workers.containsKey(lease.partition())) {
        begin(lease, work.setting, work.positions);
      }
    }
  }

  private void begin(Lease lease, Setting setting, Positions positions) {
    try {
      if (!registration.isSettled(lease.partition(), positions, System.nanoTime())) {
        return;
      }
      Position start = positions.ours(lease.partition()).orElse(Position.START);
      Counts done =
          counts.computeIfAbsent(
              lease.partition(),
              partition -> new Counts(setting.logs(), () -> accounts.logs(partition)));
      PartitionWorker worker = new PartitionWorker(setting, lease, done, start);
      workers.put(lease.partition(), worker);
      worker.begin();
      LOG.atInfo().addKeyValue("partition", lease.partition()).log("a partition is ours");
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      LOG.atDebug().setCause(e).log("a partition begins later");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Ownership ownership, Upkeep upkeep) throws InterruptedException {
    workers.values().forEach(PartitionWorker::stop);
    for (PartitionWorker worker : workers.values()) {
      worker.awaitEnd(END);
      if (worker.hasEnded()) {
        upkeep.publish(worker);
        ownership.release(worker.lease());
      }
    }
  }
}
