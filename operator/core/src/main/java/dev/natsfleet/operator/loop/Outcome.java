package dev.natsfleet.operator.loop;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.plan.Note;
import java.time.Duration;

/** How a cluster stands after a pass, and when it wants the next one. */
public sealed interface Outcome {

  /** What to write into the object. */
  NatsClusterStatus status();

  /** When to look again. */
  Duration next();

  /** All is as wanted, or paused. */
  record Settled(NatsClusterStatus status, Duration next) implements Outcome {}

  /** Something is on its way. */
  record Waiting(NatsClusterStatus status, Note why, Duration next) implements Outcome {}

  /** Nothing more will happen until somebody changes something. */
  record Refused(NatsClusterStatus status, Note why, Duration next) implements Outcome {}

  /** The operator met an error of its own; status is the last one with a condition for that. */
  record Failed(NatsClusterStatus status, Note why, Duration next) implements Outcome {}

  /** Nothing is left: the finalizer can be removed. */
  record Gone(NatsClusterStatus status) implements Outcome {
    @Override
    public Duration next() {
      return Duration.ZERO;
    }
  }
}
