/**
 * Planning: from what was observed to the steps to make, the waits, the refusals and the warnings.
 *
 * <p>Way in: {@link dev.natsfleet.operator.plan.ClusterPlanner#plan}. Way out: {@link
 * dev.natsfleet.operator.plan.Plan}. Pure, and without memory: an operator that was restarted plans
 * the same as one that was not, since all it has to know is in the snapshot, the journal included.
 *
 * <p>{@link dev.natsfleet.operator.plan.ClusterPlanner} holds the ordered table of rules ({@link
 * dev.natsfleet.operator.plan.PlanRule}); every rule is a class that adds to the {@link
 * dev.natsfleet.operator.plan.PlanBuilder}. Two clusters are planned for without the table: one
 * that is being deleted ({@link dev.natsfleet.operator.plan.DeletionPlan}) and one whose first
 * creation was refused ({@link dev.natsfleet.operator.plan.CreationRollback}).
 */
@NullMarked
package dev.natsfleet.operator.plan;

import org.jspecify.annotations.NullMarked;
