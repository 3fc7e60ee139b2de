package dev.natsfleet.logs.receiver.ownership;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.receiver.stream.LeaseBucket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ownership by leases in a bucket, for receivers that share the partitions of a copy. A lease is a
 * key that its owner updates every two seconds, each time on condition that nobody else did. The
 * bucket's creation time and the revision at which the lease was claimed are the fencing token. A
 * lease that was not renewed for ten seconds, by the observer's clock, is free. Each receiver keeps
 * its fair share among the receivers that are alive, and releases the rest.
 */
public final class ElasticOwnership implements Ownership {

  private static final Logger LOG = LoggerFactory.getLogger(ElasticOwnership.class);
  private static final Duration RENEWAL = Duration.ofSeconds(2);
  private static final long EXPIRY = Duration.ofSeconds(10).toNanos();
  private static final long MARGIN = Duration.ofSeconds(2).toNanos();
  private static final String FREE = "-";
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "leases cannot be renewed now; trying again", "leases are renewed again");

  private final LeaseBucket bucket;
  private final CopyGroup group;
  private final LongSupplier clock;
  private final FailureLog failures = new FailureLog(LOG, "member", MESSAGES);
  private final PeerLiveness peerLiveness = new PeerLiveness(EXPIRY);
  private final Map<Integer, HeldLease> held = new ConcurrentSkipListMap<>();
  private final Thread thread;
  private volatile Map<Integer, Lease> assigned = Map.of();
  private volatile boolean claimingStopped;
  private volatile boolean closed;

  /**
   * The receivers that share partitions.
   *
   * @param copy whose partitions are shared
   * @param member name of this receiver; no other process has it
   * @param partitions of the copy
   */
  public record CopyGroup(String copy, String member, int partitions) {

    String lease(int partition) {
      return "lease." + copy + "." + partition;
    }

    String members() {
      return "member." + copy + ".";
    }

    String memberKey() {
      return members() + member;
    }

    /**
     * How many partitions this receiver keeps: those that are left over when all have the same
     * number go to the first by name, so that none has two more than another. At least one, because
     * a receiver that waits takes over at once what becomes free.
     *
     * @param alive keys of the receivers that are alive
     */
    int share(Collection<String> alive) {
      TreeSet<String> all = new TreeSet<>(alive);
      all.add(memberKey());
      int rank = all.headSet(memberKey()).size();
      int extra = rank < partitions % all.size() ? 1 : 0;
      return Math.max(1, partitions / all.size() + extra);
    }
  }

  /** Joins the group at once, in a thread of its own; {@code clock} is monotonic. */
  public ElasticOwnership(LeaseBucket bucket, CopyGroup group, LongSupplier clock) {
    this.bucket = bucket;
    this.group = group;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("leases").daemon().start(this::run);
  }

  @Override
  public Map<Integer, Lease> assigned() {
    return assigned;
  }

  @Override
  public synchronized void release(Lease lease) {
    HeldLease mine = held.get(lease.partition());
    if (mine == null || mine.lease != lease) {
      return;
    }
    held.remove(lease.partition());
    boolean certain = lease.isCertain();
    lease.end();
    if (certain) {
      try {
        if (write(lease.partition(), FREE, mine.revision).isEmpty()) {
          LOG.atDebug()
              .addKeyValue("partition", lease.partition())
              .log("another receiver has claimed the lease already");
        }
      } catch (IOException e) {
        LOG.atWarn()
            .addKeyValue("partition", lease.partition())
            .addKeyValue("why", e.getMessage())
            .log("a lease cannot be released; others must wait until it expires");
      }
    }
  }

  @Override
  public void stopClaiming() {
    claimingStopped = true;
  }

  @Override
  public List<String> faults() {
    return failures.reasons().values().stream()
        .map(
            why ->
                "leases of copy %s cannot be renewed or claimed: %s".formatted(group.copy(), why))
        .toList();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      bucket.delete(group.memberKey());
    } catch (IOException e) {
      LOG.atDebug()
          .addKeyValue("member", group.member())
          .setCause(e)
          .log("the member's key cannot be deleted; others wait until it expires");
    }
  }

  private void run() {
    while (!closed) {
      try {
        renewAndClaim();
        failures.succeeded(group.member());
        Thread.sleep(RENEWAL);
      } catch (IOException | RuntimeException e) {
        failures.failed(group.member(), String.valueOf(e.getMessage()));
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(RENEWAL.dividedBy(4));
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private synchronized void renewAndClaim() throws IOException, InterruptedException {
    if (closed) {
      return;
    }
    bucket.put(group.memberKey(), Long.toString(clock.getAsLong()));
    renew();
    if (claimingStopped) {
      return;
    }
    int share = group.share(aliveMembers());
    for (int partition = 0; partition < group.partitions() && held.size() < share; partition++) {
      if (!held.containsKey(partition)) {
        claim(partition);
      }
    }
    assign(share);
  }

  private void renew() throws IOException {
    for (HeldLease mine : List.copyOf(held.values())) {
      long now = clock.getAsLong();
      OptionalLong renewed = write(mine.lease.partition(), group.member(), mine.revision);
      if (renewed.isPresent()) {
        mine.revision = renewed.getAsLong();
        mine.lease.extend(now + EXPIRY - MARGIN);
      } else {
        LOG.atWarn()
            .addKeyValue("partition", mine.lease.partition())
            .log("a lease is lost: another receiver has claimed it; the partition is stopped here");
        mine.lease.end();
        held.remove(mine.lease.partition());
      }
    }
  }

  private List<String> aliveMembers() throws IOException, InterruptedException {
    List<String> alive = new ArrayList<>();
    for (String key : bucket.keys(group.members() + ">")) {
      Optional<LeaseBucket.Entry> entry = bucket.get(key);
      if (entry.isPresent()
          && peerLiveness.isAlive(key, entry.get().revision(), clock.getAsLong())) {
        alive.add(key);
      }
    }
    return alive;
  }

  private void claim(int partition) throws IOException {
    String key = group.lease(partition);
    Optional<LeaseBucket.Entry> entry = bucket.get(key);
    if (entry.isPresent() && isTaken(key, entry.get())) {
      return;
    }
    long now = clock.getAsLong();
    OptionalLong revision =
        entry.isPresent()
            ? write(partition, group.member(), entry.get().revision())
            : bucket.create(key, group.member());
    if (revision.isEmpty()) {
      LOG.atDebug()
          .addKeyValue("partition", partition)
          .log("another receiver claimed the lease first");
      return;
    }
    Lease lease = new Lease(partition, token(revision.getAsLong()), clock, now + EXPIRY - MARGIN);
    held.put(partition, new HeldLease(lease, revision.getAsLong()));
  }

  /**
   * A bucket that was lost and made anew counts revisions from 1 again: its creation time comes
   * first, so that tokens still grow.
   */
  private long token(long revision) throws IOException {
    return FencingTokens.of(bucket.createdAt(), revision);
  }

  /**
   * A lease in our name that we do not hold is of an earlier process, whose state we have locked.
   */
  private boolean isTaken(String key, LeaseBucket.Entry entry) {
    String owner = entry.value();
    boolean free = FREE.equals(owner) || group.member().equals(owner);
    return !free && peerLiveness.isAlive(key, entry.revision(), clock.getAsLong());
  }

  private OptionalLong write(int partition, String owner, long revision) throws IOException {
    return bucket.update(group.lease(partition), owner, revision);
  }

  private void assign(int share) {
    Map<Integer, Lease> chosen = new TreeMap<>();
    for (HeldLease mine : held.values()) {
      if (chosen.size() < share) {
        chosen.put(mine.lease.partition(), mine.lease);
      }
    }
    assigned = Map.copyOf(chosen);
  }

  /** A lease that we hold, and the revision that its next renewal replaces. */
  private static final class HeldLease {

    private final Lease lease;
    private long revision;

    HeldLease(Lease lease, long revision) {
      this.lease = lease;
      this.revision = revision;
    }
  }
}
