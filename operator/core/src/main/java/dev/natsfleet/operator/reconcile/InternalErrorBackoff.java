package dev.natsfleet.operator.reconcile;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.status.StatusRenderer;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Errors of the operator's own: a pass that ends in one is shown in status as any other failure,
 * and the passes that follow are made after longer and longer pauses. Each error is logged once,
 * with its stack trace, until a pass succeeds.
 */
final class InternalErrorBackoff {

  private static final Logger LOG = LoggerFactory.getLogger(InternalErrorBackoff.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "pass failed by an internal error and is made again after longer and longer pauses;"
              + " report it if it stays",
          "passes succeed again after an internal error");
  private static final int LONGEST_SECONDS = 300;

  private final FailureLog failures = new FailureLog(LOG, Level.ERROR, "cluster", MESSAGES);
  private final InstantSource wall;
  private int inARow;

  InternalErrorBackoff(InstantSource wall) {
    this.wall = wall;
  }

  /** A pass went well. */
  void reset(DesiredCluster desired) {
    inARow = 0;
    failures.succeeded(desired.id());
  }

  /**
   * A pass ended in an error.
   *
   * @param newest the status that the object has, or null
   */
  Outcome.Failed record(
      DesiredCluster desired, @Nullable NatsClusterStatus newest, RuntimeException error) {
    inARow++;
    failures.failed(desired.id(), error.toString(), error);
    Note note =
        new Note(
            Reason.INTERNAL_ERROR,
            "the operator met an error of its own and tries again: "
                + error
                + "; see the stack trace in its log; if the error stays, please report it");
    NatsClusterStatus status = StatusRenderer.renderFailure(desired, note, newest, wall.instant());
    return new Outcome.Failed(status, note, pause());
  }

  private Duration pause() {
    return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(inARow, 9)));
  }
}
