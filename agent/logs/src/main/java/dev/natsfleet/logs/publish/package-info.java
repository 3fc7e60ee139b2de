/**
 * One ordered stream of messages into JetStream, which knows at every moment what is stored.
 *
 * <p>Way in: {@link dev.natsfleet.logs.publish.Session}, a connection that sends until the first
 * doubt and is then thrown away. Way out: {@link dev.natsfleet.logs.publish.Window} tells
 * generations what the stream has; {@link dev.natsfleet.logs.publish.Stored} finds out, before the
 * next session sends, where the stream really stands. Go-back-N, no message ids, no futures.
 */
@NullMarked
package dev.natsfleet.logs.publish;

import org.jspecify.annotations.NullMarked;
