package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.receiver.output.DurableDirectories;
import io.nats.client.NUID;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two receivers, each with files of its own, from being the same copy: positions and purges
 * know copies by name, so each of the two would miss lines that only the other one has. The state
 * directory has an id, and the first that claims a copy's partition keeps it. Receivers that share
 * a copy by leases have files of their own by intention, and claim nothing.
 */
public final class CopyOwner {

  private static final String FILE = "id";

  private final LeaseBucket bucket;
  private final String name;
  private final String copy;
  private final Path state;
  private final String host;
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
  }

  /** Claims everything anew: the bucket is another one. */
  public void bucketRecreated() {
    claimed.clear();
  }

  /** Claims a partition of the copy; throws IOException when it belongs to another directory. */
  public void claim(int partition) throws IOException {
    if (!claimed.contains(partition)) {
      claimNow(partition);
      claimed.add(partition);
    }
  }

  private void claimNow(int partition) throws IOException {
    String key = "owner." + copy + "." + partition;
    String id = id();
    Optional<LeaseBucket.Entry> found = bucket.get(key);
    if (found.isEmpty() && bucket.update(key, id + " " + host + ":" + state, 0).isEmpty()) {
      found = bucket.get(key); // another was first
    }
    String owner = found.map(LeaseBucket.Entry::value).orElse(id);
    if (!owner.split(" ", 2)[0].equals(id)) {
      throw new IOException(
          "copy %s of partition %d belongs to the receiver with the state %s: give this one a copy of its own with SHIPPER_COPY; if that state is gone for good, delete key %s of bucket %s"
              .formatted(copy, partition, owner.substring(owner.indexOf(' ') + 1), key, name));
    }
  }

  /** The id of the state directory, made at the first call. */
  private String id() throws IOException {
    Path file = state.resolve(FILE);
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      DurableDirectories.create(file);
      Files.writeString(file, NUID.nextGlobal() + "\n", StandardOpenOption.CREATE_NEW);
      DurableDirectories.sync(file);
      return Files.readString(file).strip();
    }
  }
}
