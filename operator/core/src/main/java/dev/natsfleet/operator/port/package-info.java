/**
 * What the operator needs from AWS, Kubernetes and the registry; the adapters carry the vendors'
 * names.
 *
 * <p>Way in: {@link dev.natsfleet.operator.port.Ports}, opened for one cluster and one owner. Way
 * out: values of this package and of the registry, or a {@link
 * dev.natsfleet.registry.PortException} whose message names the call, the thing and the way out.
 *
 * <p>Rules for every adapter. A read sees the adapter's own earlier writes. A write is idempotent:
 * made twice, it does what it does once. Nothing is retried here beyond the client's own short
 * retries, nothing waits for an effect. Whatever is created carries the owner's tags.
 */
@NullMarked
package dev.natsfleet.operator.port;

import org.jspecify.annotations.NullMarked;
