/**
 * One cluster of the fleet as it is seen from outside: in Kubernetes, in AWS, and as processes.
 *
 * <p>Way in: a running {@link dev.natsfleet.local.fleet.LocalFleet}. Way out: {@link
 * dev.natsfleet.local.view.KubernetesView}, {@link dev.natsfleet.local.view.AwsView} and {@link
 * dev.natsfleet.local.view.MachinesView}, which answer what is there now and change nothing, but
 * for the processes that somebody asks to be killed.
 */
@NullMarked
package dev.natsfleet.local.view;

import org.jspecify.annotations.NullMarked;
