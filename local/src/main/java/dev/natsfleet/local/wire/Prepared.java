package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.Answer;
import dev.natsfleet.local.cloud.Cloud;
import dev.natsfleet.local.cloud.guard.Caller;
import dev.natsfleet.local.wire.form.Shape;

/** A request that was understood. */
@FunctionalInterface
interface Prepared {
  Answer<Shape> on(Cloud cloud, Caller caller);
}
