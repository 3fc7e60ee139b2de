package dev.natsfleet.logs.ownership;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions shared by leases in a bucket. A lease is a key that its owner writes again every two
 * seconds, each time on condition that nobody else did. The bucket's age with the revision at which
 * it was claimed is the fencing token. A lease that nobody has renewed for ten seconds, as the
 * observer saw it, is free. Each receiver keeps its fair share, by the number of receivers that are
 * alive, and gives the rest back.
 */
public final class ElasticOwnership implements Ownership {

  private static final Logger LOG = LoggerFactory.getLogger(ElasticOwnership.class);
  private static final Duration RENEWAL = Duration.ofSeconds(2);
  private static final long EXPIRY = Duration.ofSeconds(10).toNanos();
  private static final long MARGIN = Duration.ofSeconds(2).toNanos();
  private static final int WRONG_REVISION = 10071;
  private static final String FREE = "-";

  private final KeyValue bucket;
  private final JetStreamManagement management;
  private final Group group;
  private final Sightings sightings = new Sightings(EXPIRY);
  private final Map<Integer, Held> held = new ConcurrentSkipListMap<>();
  private final Thread thread;
  private volatile Map<Integer, Lease> wanted = Map.of();
  private volatile boolean retiring;
  private volatile boolean closed;
  private String failure = "";

  /**
   * Who shares what.
   *
   * @param copy whose partitions are shared
   * @param member that we are; no other process has this name
   * @param partitions how many there are
   */
  public record Group(String copy, String member, int partitions) {

    String lease(int partition) {
      return "lease." + copy + "." + partition;
    }

    String members() {
      return "member." + copy + ".";
    }
  }

  /** Takes part at once. */
  public ElasticOwnership(KeyValue bucket, JetStreamManagement management, Group group) {
    this.bucket = bucket;
    this.management = management;
    this.group = group;
    this.thread = Thread.ofPlatform().name("leases").daemon().start(this::run);
  }

  @Override
  public Map<Integer, Lease> wanted() {
    return wanted;
  }

  @Override
  public synchronized void release(Lease lease) {
    Held mine = held.get(lease.partition());
    if (mine == null || mine.lease != lease) {
      return;
    }
    held.remove(lease.partition());
    boolean certain = lease.isCertain();
    lease.end();
    if (certain) {
      try {
        write(lease.partition(), FREE, mine.revision);
      } catch (IOException | JetStreamApiException e) {
        LOG.atWarn().addKeyValue("partition", lease.partition()).log("a lease must expire");
      }
    }
  }

  @Override
  public void retire() {
    retiring = true;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      bucket.delete(group.members() + group.member());
    } catch (IOException | JetStreamApiException e) {
      LOG.atDebug().setCause(e).log("others will notice");
    }
  }

  private void run() {
    while (!closed) {
      try {
        turn();
        failure = "";
        Thread.sleep(RENEWAL);
      } catch (IOException | JetStreamApiException | RuntimeException e) {
        failed(String.valueOf(e.getMessage()));
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Says a failure once, until there is another or none. */
  private void failed(String why) {
    if (!why.equals(failure)) {
      LOG.atWarn().addKeyValue("why", why).log("leases cannot be renewed now");
    }
    failure = why;
  }

  private void pause() {
    try {
      Thread.sleep(RENEWAL.dividedBy(4));
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private synchronized void turn() throws IOException, JetStreamApiException, InterruptedException {
    if (closed) {
      return;
    }
    bucket.put(group.members() + group.member(), Long.toString(System.nanoTime()));
    renew();
    if (retiring) {
      return;
    }
    int share = Math.ceilDiv(group.partitions(), members());
    for (int partition = 0; partition < group.partitions() && held.size() < share; partition++) {
      if (!held.containsKey(partition)) {
        claim(partition);
      }
    }
    choose(share);
  }

  private void renew() throws IOException, JetStreamApiException {
    for (Held mine : List.copyOf(held.values())) {
      long now = System.nanoTime();
      try {
        mine.revision = write(mine.lease.partition(), group.member(), mine.revision);
        mine.lease.extend(now + EXPIRY - MARGIN);
      } catch (JetStreamApiException e) {
        if (e.getApiErrorCode() != WRONG_REVISION) {
          throw e;
        }
        LOG.atWarn().addKeyValue("partition", mine.lease.partition()).log("a lease is lost");
        mine.lease.end();
        held.remove(mine.lease.partition());
      }
    }
  }

  private int members() throws IOException, JetStreamApiException, InterruptedException {
    int alive = 0;
    for (String key : bucket.keys(group.members() + ">")) {
      KeyValueEntry entry = bucket.get(key);
      boolean there =
          entry != null && sightings.isAlive(key, entry.getRevision(), System.nanoTime());
      alive += there ? 1 : 0;
    }
    return Math.max(1, alive);
  }

  private void claim(int partition) throws IOException, JetStreamApiException {
    String key = group.lease(partition);
    KeyValueEntry entry = bucket.get(key);
    if (entry != null && isTaken(key, entry)) {
      return;
    }
    long now = System.nanoTime();
    try {
      long revision = write(partition, group.member(), entry == null ? 0 : entry.getRevision());
      Lease lease = new Lease(partition, token(revision), System::nanoTime, now + EXPIRY - MARGIN);
      held.put(partition, new Held(lease, revision));
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() != WRONG_REVISION) {
        throw e;
      }
      LOG.atDebug().addKeyValue("partition", partition).log("another receiver was faster");
    }
  }

  /**
   * A bucket that was lost and made anew counts from 1 again: its age comes first, so that tokens
   * still grow.
   */
  private long token(long revision) throws IOException, JetStreamApiException {
    StreamInfo stream = management.getStreamInfo("KV_" + bucket.getBucketName());
    return Tokens.of(stream.getCreateTime().toEpochSecond(), revision);
  }

  /** Our own name without a lease is a process of ours that is gone: the state is locked by us. */
  private boolean isTaken(String key, KeyValueEntry entry) {
    String owner = entry.getValueAsString();
    boolean free = FREE.equals(owner) || group.member().equals(owner);
    return !free && sightings.isAlive(key, entry.getRevision(), System.nanoTime());
  }

  private long write(int partition, String owner, long revision)
      throws IOException, JetStreamApiException {
    byte[] value = owner.getBytes(StandardCharsets.UTF_8);
    return bucket.update(group.lease(partition), value, revision);
  }

  private void choose(int share) {
    Map<Integer, Lease> chosen = new TreeMap<>();
    for (Held mine : held.values()) {
      if (chosen.size() < share) {
        chosen.put(mine.lease.partition(), mine.lease);
      }
    }
    wanted = Map.copyOf(chosen);
  }

  /** A lease, and the revision that its next renewal replaces. */
  private static final class Held {

    private final Lease lease;
    private long revision;

    Held(Lease lease, long revision) {
      this.lease = lease;
      this.revision = revision;
    }
  }
}
