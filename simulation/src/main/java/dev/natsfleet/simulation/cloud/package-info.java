/**
 * AWS: the state machine of the emulated cloud under the simulation's clock, and the operator's
 * ports on it. The ports do what the adapters of {@code operator/app} do, without HTTP and without
 * caches.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.cloud.SimulatedCloud}. Way out: results of commands, a
 * {@link dev.natsfleet.registry.PortException} for what AWS refuses, and effects for the machines.
 */
@NullMarked
package dev.natsfleet.simulation.cloud;

import org.jspecify.annotations.NullMarked;
