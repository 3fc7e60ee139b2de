package dev.natsfleet.logs.shipper.publish;

import io.nats.client.Message;
import io.nats.client.support.NatsRequestCompletableFuture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param text of the answer; empty when there was none
 * @param timedOut whether none came in time: without permission there is no answer, while a missing
 *     stream is answered at once
 */
public record RequestReply(String text, boolean timedOut) {

  static RequestReply of(@Nullable Message message, CompletableFuture<Message> asked) {
    String text = message == null ? "" : new String(message.getData(), StandardCharsets.UTF_8);
    boolean timedOut =
        asked instanceof NatsRequestCompletableFuture request && request.wasCancelledTimedOut();
    return new RequestReply(text, timedOut);
  }
}
