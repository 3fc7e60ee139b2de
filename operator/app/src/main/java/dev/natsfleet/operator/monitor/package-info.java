/**
 * The operator's own metrics and health.
 *
 * <p>Way in: the reconciler and the AWS adapters count in {@link
 * dev.natsfleet.operator.monitor.OperatorMetrics}. Way out: {@link
 * dev.natsfleet.operator.monitor.OperatorEndpoints}, which the main class serves over HTTP.
 */
@NullMarked
package dev.natsfleet.operator.monitor;

import org.jspecify.annotations.NullMarked;
