/**
 * A program seen from outside, on loopback; knows nothing of what it does.
 *
 * <p>Way in: {@link dev.natsfleet.logs.outside.LocalServer} serves the {@link
 * dev.natsfleet.logs.outside.Pages} of a program. Way out: {@link dev.natsfleet.logs.outside.View}
 * asks a running one and shows people its {@link dev.natsfleet.logs.outside.Table}.
 */
@NullMarked
package dev.natsfleet.logs.outside;

import org.jspecify.annotations.NullMarked;
