/**
 * What the specification asks for: resources in AWS and settings of the nodes, each with a hash
 * that changes when, and only when, the content does.
 *
 * <p>Way in: {@link dev.natsfleet.operator.desired.SpecValidator#problems}, then {@link
 * dev.natsfleet.operator.desired.DesiredResources#render}. Way out: {@link
 * dev.natsfleet.operator.desired.DesiredResources}. Pure.
 */
@NullMarked
package dev.natsfleet.operator.desired;

import org.jspecify.annotations.NullMarked;
