/**
 * Requests as named parameters, answers as trees, and how both look on the wire.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.form.Params} knows which parameters were read, so that
 * an unread one is refused. Way out: {@link dev.natsfleet.local.wire.form.Shape}, written as XML or
 * JSON.
 */
@NullMarked
package dev.natsfleet.local.wire.form;

import org.jspecify.annotations.NullMarked;
