package dev.natsfleet.logs.receiver.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two receivers, each with files of its own, from being the same copy: positions and purges
 * know copies by name, so each of the two would miss lines that only the other one has. The state
 * directory has an id, and the first that claims a copy's partition keeps it. Receivers that share
 * a copy by leases have files of their own by intention, and claim nothing.
 */
public final class CopyOwner {

  private final LeaseBucket bucket;
  private final String name;
  private final String copy;
  private final Path state;
  private final String host;
  private final StateDirectoryId id;
  private final Set<Integer> claimed = ConcurrentHashMap.newKeySet();

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
   * Claims a partition of the copy, once; each call makes sure that the directory still has its id.
   *
   * @throws IOException also when the partition belongs to another directory
   */
  public void claim(int partition) throws IOException {
    String directory = id.get();
    if (!claimed.contains(partition)) {
      claimNow(partition, directory);
      claimed.add(partition);
    }
  }

  private void claimNow(int partition, String directory) throws IOException {
    String key = "owner." + copy + "." + partition;
    String own = directory + " " + host + ":" + state;
    String owner = bucket.create(key, own) ? own : owner(key);
    if (!owner.split(" ", 2)[0].equals(directory)) {
      throw new IOException(
          "copy %s of partition %d belongs to the receiver with the state %s: give this one a copy of its own with SHIPPER_COPY; if that state is gone for good, delete key %s of bucket %s"
              .formatted(copy, partition, owner.substring(owner.indexOf(' ') + 1), key, name));
    }
  }

  private String owner(String key) throws IOException {
    return bucket
        .get(key)
        .orElseThrow(
            () ->
                new IOException(
                    "key %s of bucket %s was deleted while it was read; it is claimed again"
                        .formatted(key, name)))
        .value();
  }
}
