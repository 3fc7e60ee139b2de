/**
 * Parses requests into named parameters and writes responses in AWS's formats.
 *
 * <p>Way in: {@link dev.natsfleet.local.wire.format.FormParser} and {@link
 * dev.natsfleet.local.wire.format.JsonFormat} give {@link dev.natsfleet.local.wire.format.Params},
 * which record what was read so that an unread parameter can be refused. Way out: {@link
 * dev.natsfleet.local.wire.format.ResponseNode}, written by {@link
 * dev.natsfleet.local.wire.format.XmlFormat} or {@link dev.natsfleet.local.wire.format.JsonFormat}.
 */
@NullMarked
package dev.natsfleet.local.wire.format;

import org.jspecify.annotations.NullMarked;
