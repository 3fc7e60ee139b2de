package dev.natsfleet.operator.reconcile;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.plan.Note;
import java.time.Duration;

/** What a pass came to, and when the next one is due. */
public sealed interface Outcome {

  /** The status of the object after the pass. */
  NatsClusterStatus status();

  /** Time until the next pass. */
  Duration next();

  /** The cluster is as specified, or paused. */
  record Settled(NatsClusterStatus status, Duration next) implements Outcome {}

  /** Something is under way. */
  record Waiting(NatsClusterStatus status, Note why, Duration next) implements Outcome {}

  /** Something is not done until somebody changes something. */
  record Refused(NatsClusterStatus status, Note why, Duration next) implements Outcome {}

  /** The operator met an error of its own; the status is the last one, and Degraded. */
  record Failed(NatsClusterStatus status, Note why, Duration next) implements Outcome {}

  /** Nothing is left: the finalizer can be removed. */
  record Gone(NatsClusterStatus status) implements Outcome {
    @Override
    public Duration next() {
      return Duration.ZERO;
    }
  }
}
