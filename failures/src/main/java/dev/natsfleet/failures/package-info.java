/**
 * How every program tells of what fails again and again: once when it starts, once for each further
 * reason, and once when it ends.
 *
 * <p>Way in: a program tells {@link dev.natsfleet.failures.FailureLog} of every failed and every
 * successful attempt; what is told otherwise than by a log line, such as an event, asks {@link
 * dev.natsfleet.failures.FailureEpisodes} whether it is news. Way out: a log line, or the answer.
 * {@link dev.natsfleet.failures.FailureReason} decides which reasons are the same.
 */
@NullMarked
package dev.natsfleet.failures;

import org.jspecify.annotations.NullMarked;
