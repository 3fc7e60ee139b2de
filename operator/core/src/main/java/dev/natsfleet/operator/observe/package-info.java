/**
 * Observation: everything the planner decides upon, as one immutable value. It holds ages, not
 * times.
 *
 * <p>Way in: {@link dev.natsfleet.operator.observe.Observer#observe}. Way out: {@link
 * dev.natsfleet.operator.observe.ClusterSnapshot}. A read that fails is the value {@link
 * dev.natsfleet.operator.observe.ReadResult.Unread}, so that the planner has to decide what
 * follows.
 */
@NullMarked
package dev.natsfleet.operator.observe;

import org.jspecify.annotations.NullMarked;
