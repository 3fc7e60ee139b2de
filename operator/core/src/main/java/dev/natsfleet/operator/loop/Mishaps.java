package dev.natsfleet.operator.loop;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.status.StatusWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors of the operator's own: one in a pass is logged, told and shown like any other trouble, and
 * passes go on with longer and longer pauses.
 */
final class Mishaps {

  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
  private static final int LONGEST_SECONDS = 300;

  private final Telling telling;
  private final InstantSource wall;
  private int inARow;

  Mishaps(Telling telling, InstantSource wall) {
    this.telling = telling;
    this.wall = wall;
  }

  Outcome watch(Wish wish, Announcing announcing, Supplier<Outcome> pass) {
    try {
      Outcome outcome = pass.get();
      inARow = 0;
      return outcome;
    } catch (RuntimeException e) {
      inARow++;
      LOG.atError().addKeyValue("cluster", wish.id()).setCause(e).log("pass failed");
      return failed(wish, announcing, e);
    }
  }

  private Outcome failed(Wish wish, Announcing announcing, RuntimeException error) {
    Note note =
        new Note(
            Reason.INTERNAL_ERROR,
            "the operator met an error of its own and tries again: "
                + error
                + "; its log says where; if it stays, please report it");
    telling.tell(note);
    NatsClusterStatus status = StatusWriter.failed(wish, note, announcing.newest(), wall.instant());
    return new Outcome.Failed(status, note, pause());
  }

  private Duration pause() {
    return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(inARow, 9)));
  }
}
