package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.ContentReader;
import dev.natsfleet.logs.shipper.files.FileSnapshot;
import dev.natsfleet.logs.shipper.identity.ContentComparison;
import dev.natsfleet.logs.shipper.identity.ContentMatch;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import dev.natsfleet.logs.shipper.rotation.KnownGeneration;
import dev.natsfleet.logs.shipper.rotation.RotatedFileOrder;
import dev.natsfleet.logs.shipper.rotation.RotationObservation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what has to be known of the files beside a log before a rotation is judged. */
final class RotationObserver {

  private RotationObserver() {}

  /**
   * Observes for the newest generation, whose log's name stands for a file.
   *
   * @throws NoSuchFileException when a file was renamed meanwhile
   */
  static RotationObservation ofNewest(
      TrackedLog log, Generation newest, FileSnapshot now, List<RotatedFile> files)
      throws IOException {
    RotatedFileOrder order = order(log, newest, files);
    boolean copying =
        newest.identity().key().matches(now.key())
            && !order.files().isEmpty()
            && ContentReader.isCopy(order.files().getLast().path(), now.path());
    RotationObservation observation = compared(newest.known(), files, order);
    return new RotationObservation(
        observation.generation(),
        Optional.of(now.key()),
        observation.own(),
        order,
        observation.comparisons(),
        heads(observation),
        copying);
  }

  /** Observes for any generation, whatever the log's name stands for. */
  static RotationObservation of(TrackedLog log, Generation generation, List<RotatedFile> files)
      throws IOException {
    RotationObservation observation =
        compared(generation.known(), files, order(log, generation, files));
    return new RotationObservation(
        observation.generation(),
        Optional.empty(),
        observation.own(),
        observation.order(),
        observation.comparisons(),
        heads(observation),
        false);
  }

  /** Observes what is needed to locate a generation: no first bytes of other files. */
  static RotationObservation located(TrackedLog log, Generation generation, List<RotatedFile> files)
      throws NoSuchFileException {
    KnownGeneration known = generation.known();
    RotationObservation own = compared(known, files, RotatedFileOrder.NONE);
    return own.intact().isPresent() ? own : compared(known, files, order(log, generation, files));
  }

  /** The files between those of the generations before and those of the generations after. */
  private static RotatedFileOrder order(
      TrackedLog log, Generation generation, List<RotatedFile> files) throws NoSuchFileException {
    RotatedFileOrder order = RotatedFileOrder.of(files);
    for (Generation other : log.generations()) {
      Optional<RotatedFile> file =
          other == generation ? Optional.empty() : find(other.known(), order.files());
      if (file.isPresent()) {
        boolean earlier = other.number() < generation.number();
        order = earlier ? order.after(file.get()) : order.before(file.get());
      }
    }
    return order;
  }

  private static Optional<RotatedFile> find(KnownGeneration generation, List<RotatedFile> files)
      throws NoSuchFileException {
    Optional<RotatedFile> own = generation.ownFile(files);
    if (own.isPresent() && (generation.isProvedBy(own.get()) || isSame(generation, own.get()))) {
      return own;
    }
    return generation.blank() ? Optional.empty() : firstSame(generation, files);
  }

  private static Optional<RotatedFile> firstSame(
      KnownGeneration generation, List<RotatedFile> files) throws NoSuchFileException {
    for (RotatedFile file : files) {
      if (compare(generation, file).isSame()) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(KnownGeneration generation, RotatedFile file)
      throws NoSuchFileException {
    ContentComparison unread = ContentComparison.OTHER;
    return generation.isSame(file, generation.blank() ? unread : compare(generation, file));
  }

  /** Compares the own file, and the others in their order until one has the bytes. */
  private static RotationObservation compared(
      KnownGeneration generation, List<RotatedFile> files, RotatedFileOrder order)
      throws NoSuchFileException {
    Optional<RotatedFile> own = generation.ownFile(files);
    Map<Path, ContentComparison> comparisons = new HashMap<>();
    boolean found = generation.blank();
    if (!found && own.isPresent()) {
      found = put(generation, own.get(), comparisons);
    }
    for (int i = 0; i < order.files().size() && !found; i++) {
      found = put(generation, order.files().get(i), comparisons);
    }
    return new RotationObservation(
        generation, Optional.empty(), own, order, comparisons, Map.of(), false);
  }

  private static boolean put(
      KnownGeneration generation, RotatedFile file, Map<Path, ContentComparison> comparisons)
      throws NoSuchFileException {
    ContentComparison comparison = compare(generation, file);
    comparisons.put(file.path(), comparison);
    return comparison.isSame();
  }

  /** The own file of a generation stays its own as long as nobody may read it. */
  private static ContentComparison compare(KnownGeneration generation, RotatedFile file)
      throws NoSuchFileException {
    try {
      return ContentReader.compare(file.path(), generation.identity());
    } catch (AccessDeniedException e) {
      boolean own = generation.ownFile(List.of(file)).isPresent();
      return own ? ContentComparison.of(ContentMatch.SAME) : ContentComparison.OTHER;
    }
  }

  private static Map<Path, Fingerprint> heads(RotationObservation observation)
      throws NoSuchFileException {
    Map<Path, Fingerprint> heads = new HashMap<>();
    for (RotatedFile file : observation.order().files()) {
      ContentReader.head(file.path()).ifPresent(head -> heads.put(file.path(), head));
    }
    if (observation.own().isPresent()) {
      Path own = observation.own().get().path();
      ContentReader.head(own).ifPresent(head -> heads.put(own, head));
    }
    return heads;
  }
}
