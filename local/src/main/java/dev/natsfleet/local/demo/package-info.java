/**
 * The fleet on one machine for a person.
 *
 * <p>Way in: {@link dev.natsfleet.local.demo.DemoMain#main}. Way out: a cluster that is ready, what
 * happened on the way, three things to try, and Ctrl-C, which ends it all.
 */
@NullMarked
package dev.natsfleet.local.demo;

import org.jspecify.annotations.NullMarked;
