/**
 * What the two programs have in common as programs: arguments, exit codes, signals.
 *
 * <p>Way in: {@link dev.natsfleet.logs.launch.CommandLine} runs what a program's main class gives
 * it. Way out: an exit code.
 */
@NullMarked
package dev.natsfleet.logs.launch;

import org.jspecify.annotations.NullMarked;
