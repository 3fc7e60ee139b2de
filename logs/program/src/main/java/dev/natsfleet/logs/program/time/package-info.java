/**
 * Time in the programs of the log pipeline.
 *
 * <p>Way in: {@link dev.natsfleet.logs.program.time.ProgramClock#system}, called once by each main
 * class. Way out: the clock that is handed to everything that waits, measures or dates something;
 * nobody else asks the machine for the time.
 */
@NullMarked
package dev.natsfleet.logs.program.time;

import org.jspecify.annotations.NullMarked;
