/**
 * What the operator shows of itself: metrics and health over HTTP.
 *
 * <p>Way in: {@link dev.natsfleet.operator.monitor.OperatorMetrics}, which the reconciler feeds.
 * Way out: {@link dev.natsfleet.operator.monitor.MonitorServer}.
 */
@NullMarked
package dev.natsfleet.operator.monitor;

import org.jspecify.annotations.NullMarked;
