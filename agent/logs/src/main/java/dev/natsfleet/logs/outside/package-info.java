/**
 * The programs seen from outside, on loopback.
 *
 * <p>Way in: {@link dev.natsfleet.logs.outside.LocalServer} serves {@code /metrics}, {@code
 * /healthz} and {@code /status}. Way out: {@link dev.natsfleet.logs.outside.StatusTable} asks it
 * and shows people a table.
 */
@NullMarked
package dev.natsfleet.logs.outside;

import org.jspecify.annotations.NullMarked;
