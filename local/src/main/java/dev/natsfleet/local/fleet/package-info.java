/**
 * The whole fleet on one machine: etcd, kube-apiserver, DynamoDB Local, the emulated cloud and the
 * operator, each a process of its own with a log file, and instances as the cloud starts them.
 *
 * <p>Way in: {@link dev.natsfleet.local.fleet.LocalFleet#start}. Way out: the fleet's parts, for
 * whoever uses or hurts them, and {@code close()}, after which nothing of it runs.
 */
@NullMarked
package dev.natsfleet.local.fleet;

import org.jspecify.annotations.NullMarked;
