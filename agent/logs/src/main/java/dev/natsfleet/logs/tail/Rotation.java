package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a log when its name stands for another file, or for the same one emptied. All is
 * concluded from one {@link Observation}, and nothing is done before that has proved true still.
 */
final class Rotation {

  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

  private final Owners owners;
  private final Spool spool;

  Rotation(Owners owners, Spool spool) {
    this.owners = owners;
    this.spool = spool;
  }

  /** The log's name stands for a file: its newest generation, grown or not, or a later one. */
  void seen(Log log, BasicFileAttributes attributes, long now) throws IOException {
    Generation last = log.last();
    if (last == null) {
      begin(log, Observation.of(log.path()));
    } else if (log.isSeen() && isGrown(last, attributes)) {
      grown(last, attributes, now);
    } else {
      settle(log, last);
    }
  }

  /** Its bytes are no longer where they were: goes on in a file that has them, if any. */
  void truncated(Generation generation) throws IOException {
    generation.close();
    Log log = generation.log();
    if (generation == log.last() && Finder.isAt(log.path(), generation)) {
      settle(log, generation);
    } else {
      displaced(generation);
    }
  }

  /** As far as its size and its time tell; whether its bytes are the same, reading will tell. */
  private boolean isGrown(Generation last, BasicFileAttributes now) throws IOException {
    boolean changed = Catalog.modified(now) != last.modified();
    return last.key().matches(FileKey.of(now))
        && owners.find(last.key()) == last
        && now.size() >= last.size()
        && (last.isBlank()
            ? now.size() == 0 && !changed
            : now.size() > last.size() || !changed || isHeld(last));
  }

  private static boolean isHeld(Generation last) throws IOException {
    return Kinship.of(last.log().path(), last) == Kinship.SAME;
  }

  private void settle(Log log, Generation last) throws IOException {
    Observation now = Observation.of(log.path());
    boolean same = last.key().matches(now.key());
    if (same && !last.isBlank() && now.size() >= last.size() && isHeld(last)) {
      now.checkStill();
      known(last, now);
      return;
    }
    boolean fresh = same && last.isBlank() && last.number() == 1;
    List<Sibling> siblings =
        fresh ? log.siblings() : log.siblingsNow(); // one listing for very many
    Sequel sequel = Sequel.of(last, now, siblings);
    now.checkStill();
    if (same && last.isBlank() && sequel.isNothing()) {
      known(last, now);
      return;
    }
    log.checkStill(siblings);
    left(last, sequel, now);
    begin(log, now);
  }

  private void displaced(Generation generation) throws IOException {
    List<Sibling> siblings = generation.log().siblingsNow();
    Past past = Past.around(generation, siblings);
    Optional<Sibling> own = past.own();
    Optional<Sibling> bytes = own.isPresent() ? own : past.remains(past.file().isPresent());
    Optional<Remains> remains = Remains.of(bytes, generation);
    generation.log().checkStill(siblings);
    if (remains.isPresent()) {
      goOn(generation, remains.get(), own.isEmpty());
    } else {
      lost(generation);
    }
  }

  private void left(Generation last, Sequel sequel, Observation now) {
    if (sequel.emptied()) {
      tell(sequel, now);
    }
    last.rotated();
    if (sequel.remains().isPresent()) {
      goOn(last, sequel.remains().get(), sequel.emptied());
    } else if (sequel.emptied()) {
      lost(last);
    } else if (!sequel.unseen().isEmpty() && !last.isOpen()) {
      last.emptied(); // its file was rotated away, and others may have been, too
    }
    spool.keep(last);
    for (Sequel.Unseen unseen : sequel.unseen()) {
      add(last.log(), unseen);
    }
  }

  private static void tell(Sequel sequel, Observation now) {
    Optional<Sibling> copy = sequel.remains().map(Remains::sibling);
    LOG.atInfo()
        .addKeyValue("path", now.path())
        .addKeyValue("copy", copy.map(Sibling::path).orElse(null))
        .addKeyValue(
            "atMostMillis",
            copy.map(one -> (now.modified() - one.modified()) / 1_000_000).orElse(null))
        .log("a log was emptied: what was written after its copy was made is lost, if anything");
  }

  private void goOn(Generation generation, Remains in, boolean emptied) {
    Sibling file = in.sibling();
    boolean own = file.key().matches(generation.key());
    if (!own && !emptied && generation.isOpen()) {
      return; // it is read on, though it has no name
    }
    owners.remove(generation);
    generation.moveTo(file.path(), file.key());
    owners.add(generation);
    if (!own || in.end().isPresent()) {
      end(generation, in, emptied);
    }
  }

  private void end(Generation generation, Remains in, boolean emptied) {
    if (in.head().length() < generation.fingerprint().length() || generation.isBlank()) {
      generation.identify(in.head());
    }
    if (emptied || in.end().isPresent()) {
      generation.emptied();
    }
    if (in.end().isPresent()) {
      generation.endedBefore(in.end().get());
      generation.log().counts().lost(generation.lost());
    } else if (emptied) {
      spool.keepInstead(generation);
    }
  }

  /** It was emptied, and what it held is nowhere. */
  private void lost(Generation generation) {
    owners.remove(generation);
    if (!generation.isComplete() || !generation.isDoubtful()) {
      generation.emptied();
      generation.finish();
      generation.log().counts().lost(generation.lost());
    }
  }

  private void add(Log log, Sequel.Unseen unseen) {
    Sibling file = unseen.sibling();
    Generation added = log.add(file.key(), file.path());
    added.rotated();
    if (unseen.copy()) {
      added.emptied();
    }
    added.modified(file.modified());
    added.identify(unseen.head());
    added.grown(added.isPacked() ? 0 : file.size(), System.nanoTime());
    owners.add(added);
    spool.keep(added);
  }

  /** A generation begins, unless it is one that was renamed back. */
  private void begin(Log log, Observation now) throws IOException {
    Generation owner = owners.find(now.key());
    if (owner == null || Kinship.of(now.path(), owner) != Kinship.SAME) {
      known(log.add(now.key(), now.path()), now);
    }
  }

  private void known(Generation generation, Observation now) {
    generation.key(now.key());
    generation.modified(now.modified());
    owners.add(generation);
    generation.identify(now.head());
    if (!generation.isPacked()) {
      generation.grown(now.size(), System.nanoTime());
    }
  }

  private void grown(Generation last, BasicFileAttributes attributes, long now) throws IOException {
    if (last.position() == 0 && last.fingerprint().length() < Fingerprint.MAX) {
      last.identify(last.fingerprint().grown(last.path()));
    }
    last.key(FileKey.of(attributes));
    last.modified(Catalog.modified(attributes));
    last.grown(attributes.size(), now);
  }
}
