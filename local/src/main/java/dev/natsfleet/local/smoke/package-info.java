/**
 * The main job without a person, with the seconds of each step.
 *
 * <p>Way in: {@link dev.natsfleet.local.smoke.SmokeMain#main}. Way out: exit code 0 and a last line
 * of JSON, or another exit code and the reason.
 */
@NullMarked
package dev.natsfleet.local.smoke;

import org.jspecify.annotations.NullMarked;
