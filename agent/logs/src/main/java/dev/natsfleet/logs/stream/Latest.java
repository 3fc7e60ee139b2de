package dev.natsfleet.logs.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.MessageGetRequest;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The last message of a subject, as the leader of its stream has it. What jnats does instead asks
 * any replica, which may be behind, and needs the right to ask for the stream's state.
 */
public final class Latest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int NO_MESSAGE = 10037;

  private Latest() {}

  /** Asks; empty when the subject has no message. */
  public static Optional<MessageInfo> of(Connection connection, String stream, String subject)
      throws IOException, JetStreamApiException, InterruptedException {
    String question = "$JS.API.STREAM.MSG.GET." + stream;
    byte[] which = MessageGetRequest.lastForSubject(subject).serialize();
    Message answer = connection.request(question, which, PATIENCE);
    if (answer == null || answer.isStatusMessage()) {
      throw new IOException("no answer to " + question);
    }
    MessageInfo found = new MessageInfo(answer, stream, false);
    if (found.getApiErrorCode() == NO_MESSAGE) {
      return Optional.empty();
    }
    found.throwOnHasError();
    return Optional.of(found);
  }
}
