/**
 * The whole fleet on one machine: etcd, kube-apiserver, DynamoDB Local, the emulated cloud and the
 * operator, each a process of its own with a log file, and the instances that the cloud starts.
 *
 * <p>Way in: {@link dev.natsfleet.local.fleet.LocalFleet#start}. Way out: the fleet's parts, for
 * its users and for tests that disturb them, and {@code close()}, after which no process is left.
 */
@NullMarked
package dev.natsfleet.local.fleet;

import org.jspecify.annotations.NullMarked;
