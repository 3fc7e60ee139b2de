/**
 * What to do next, and why: a function from what was observed to steps, refusals and waits.
 *
 * <p>Way in: {@link dev.natsfleet.operator.plan.ClusterPlanner#plan}. Way out: {@link
 * dev.natsfleet.operator.plan.Plan}. Pure: an operator that was killed and one that was not plan
 * the same, since all memory is in the world and in the journal.
 *
 * <p>Each chapter of a plan is a class with one method that adds to the {@code Draft}: {@code
 * Foundation}, {@code Launching}, {@code Drift}, {@code Sizing}, {@code Healing}, {@code Rollout},
 * {@code Tuning}, {@code Upkeep}; {@code Demolition} is the other plan, for a cluster that is
 * deleted.
 */
@NullMarked
package dev.natsfleet.operator.plan;

import org.jspecify.annotations.NullMarked;
