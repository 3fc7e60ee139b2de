package dev.natsfleet.logs.receiver.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two receivers, each with files of its own, from being the same copy: positions and purges
 * know copies by name, so each of the two would miss lines that only the other one has. The state
 * directory has an id, and the first that claims a copy's partition keeps it. A directory that
 * comes back on another host, or under another path, takes its partitions over; whoever runs with a
 * copy of that directory sees it and stops. Receivers that share a copy by leases have files of
 * their own by intention, and claim nothing; they leave a partition alone that is claimed.
 */
public final class CopyOwner {

  private static final Logger LOG = LoggerFactory.getLogger(CopyOwner.class);

  private final LeaseBucket bucket;
  private final String name;
  private final String copy;
  private final Path state;
  private final String host;
  private final StateDirectoryId id;
  private final Set<Integer> claimed = ConcurrentHashMap.newKeySet();
  private final Map<Integer, String> refusals = new ConcurrentHashMap<>();

  /**
   * The owner of a copy.
   *
   * @param state directory of the copy's journals
   * @param host for people
   */
  public CopyOwner(NatsConnection connection, String bucket, String copy, Path state, String host)
      throws IOException {
    this.bucket = new LeaseBucket(connection, bucket);
    this.name = bucket;
    this.copy = copy;
    this.state = state.toAbsolutePath();
    this.host = host;
    this.id = new StateDirectoryId(this.state);
  }

  /** Claims everything anew: the bucket is another one. */
  public void bucketRecreated() {
    claimed.clear();
  }

  /**
   * Claims a partition of the copy; each call makes sure that the directory still has its id, and
   * that nobody has claimed the partition since.
   *
   * @throws IOException also when the partition belongs to another directory
   */
  public void claim(int partition) throws IOException {
    String own = id.get() + " " + host + ":" + state;
    Optional<LeaseBucket.Entry> found = bucket.get(key(partition));
    if (found.isEmpty() && bucket.create(key(partition), own).isPresent()) {
      claimed(partition);
      return;
    }
    LeaseBucket.Entry owner = found.isPresent() ? found.get() : owner(partition);
    boolean moved = !claimed.contains(partition) && idOf(owner).equals(id.get());
    if (owner.value().equals(own) || (moved && takeOver(partition, own, owner))) {
      claimed(partition);
    } else {
      throw refusal(partition, "the receiver with the state " + nameOf(owner));
    }
  }

  /**
   * Makes sure that nobody has claimed a partition that receivers share by leases.
   *
   * @throws IOException also when a receiver has claimed it
   */
  public void requireUnclaimed(int partition) throws IOException {
    Optional<LeaseBucket.Entry> owner = bucket.get(key(partition));
    if (owner.isPresent()) {
      throw refusal(
          partition, "a receiver that owns it by list, with the state " + nameOf(owner.get()));
    }
    refusals.remove(partition);
  }

  /** Whose a partition is, and the way out, as it was seen last; empty when it may be ours. */
  public String refusal(int partition) {
    return refusals.getOrDefault(partition, "");
  }

  private void claimed(int partition) {
    claimed.add(partition);
    refusals.remove(partition);
  }

  private boolean takeOver(int partition, String own, LeaseBucket.Entry before) throws IOException {
    LOG.atInfo()
        .addKeyValue("partition", partition)
        .addKeyValue("before", nameOf(before))
        .addKeyValue("now", host + ":" + state)
        .log("this state directory had the partition elsewhere, and takes it over");
    return bucket.update(key(partition), own, before.revision()).isPresent();
  }

  private IOException refusal(int partition, String whose) {
    String why =
        "copy %s of partition %d belongs to %s: give this one a copy of its own with SHIPPER_COPY; if that state is gone for good, delete key %s of bucket %s"
            .formatted(copy, partition, whose, key(partition), name);
    refusals.put(partition, why);
    return new IOException(why);
  }

  private String key(int partition) {
    return "owner." + copy + "." + partition;
  }

  private static String idOf(LeaseBucket.Entry owner) {
    return owner.value().split(" ", 2)[0];
  }

  private static String nameOf(LeaseBucket.Entry owner) {
    return owner.value().substring(owner.value().indexOf(' ') + 1);
  }

  private LeaseBucket.Entry owner(int partition) throws IOException {
    return bucket
        .get(key(partition))
        .orElseThrow(
            () ->
                new IOException(
                    "key %s of bucket %s was deleted while it was read; it is claimed again"
                        .formatted(key(partition), name)));
  }
}
