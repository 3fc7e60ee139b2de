/**
 * What both programs say of files.
 *
 * <p>Way in: {@link dev.natsfleet.logs.program.files.FileFailure} with a failure. Way out: words.
 */
@NullMarked
package dev.natsfleet.logs.program.files;

import org.jspecify.annotations.NullMarked;
