/**
 * The smoke run: the demo's scenario without a person, with the duration of each step.
 *
 * <p>Way in: {@link dev.natsfleet.local.smoke.SmokeMain#main}. Way out: exit code 0 and JSON as the
 * last line of standard output, or another exit code and the reason.
 */
@NullMarked
package dev.natsfleet.local.smoke;

import org.jspecify.annotations.NullMarked;
