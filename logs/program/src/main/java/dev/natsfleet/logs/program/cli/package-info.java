/**
 * The command line of both programs: arguments, exit codes, signals, and the {@code status} command
 * that shows a running program.
 *
 * <p>Way in: a program's main class calls {@link dev.natsfleet.logs.program.cli.CommandLine#run}
 * with an {@link dev.natsfleet.logs.program.cli.CommandLine.Opener} and a {@link
 * dev.natsfleet.logs.program.cli.StatusTable}. Way out: an exit code.
 */
@NullMarked
package dev.natsfleet.logs.program.cli;

import org.jspecify.annotations.NullMarked;
