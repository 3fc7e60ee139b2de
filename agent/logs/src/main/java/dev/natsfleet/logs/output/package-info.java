/**
 * Names and lives of the files that a host's lines go to.
 *
 * <p>Way in: {@link dev.natsfleet.logs.output.Layout}, which says what the file of a host is called
 * in a period. Way out: paths; and {@link dev.natsfleet.logs.output.Archive}, which compresses
 * files that are finished, which {@link dev.natsfleet.logs.output.CurrentFiles} knows, and deletes
 * those that are old. Writing into them is not done here.
 */
@NullMarked
package dev.natsfleet.logs.output;

import org.jspecify.annotations.NullMarked;
