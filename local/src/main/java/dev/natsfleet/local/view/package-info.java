/**
 * One cluster of the fleet as seen from outside: in Kubernetes, in AWS, and as processes.
 *
 * <p>Way in: a running {@link dev.natsfleet.local.fleet.LocalFleet}. Way out: {@link
 * dev.natsfleet.local.view.KubernetesView}, {@link dev.natsfleet.local.view.AwsView} and {@link
 * dev.natsfleet.local.view.MachinesView}, which read the present state. Only the methods that kill
 * processes change anything.
 */
@NullMarked
package dev.natsfleet.local.view;

import org.jspecify.annotations.NullMarked;
