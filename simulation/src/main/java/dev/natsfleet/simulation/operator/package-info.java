/**
 * Operators: the real {@link dev.natsfleet.operator.reconcile.ClusterReconciliation} with ports
 * that take time, fail, and let the operator be killed between any two calls.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.operator.SimulatedOperator}. Way out: calls of its
 * ports, and an {@link dev.natsfleet.simulation.operator.OperatorObserver} that is told of passes.
 */
@NullMarked
package dev.natsfleet.simulation.operator;

import org.jspecify.annotations.NullMarked;
