/**
 * The world as one immutable value, with ages instead of clocks.
 *
 * <p>Way in: {@link dev.natsfleet.operator.observe.Observer#observe}. Way out: {@link
 * dev.natsfleet.operator.observe.Observed}. What cannot be read is {@link
 * dev.natsfleet.operator.observe.Reading.Unread}, a value: whoever decides must say what follows.
 */
@NullMarked
package dev.natsfleet.operator.observe;

import org.jspecify.annotations.NullMarked;
