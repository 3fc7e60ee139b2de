/**
 * The demo: the fleet on one machine, with what happens printed for a person.
 *
 * <p>Way in: {@link dev.natsfleet.local.demo.DemoMain#main}. Way out: a ready cluster, its changes
 * and three things to try on standard output. Ctrl-C ends everything.
 */
@NullMarked
package dev.natsfleet.local.demo;

import org.jspecify.annotations.NullMarked;
