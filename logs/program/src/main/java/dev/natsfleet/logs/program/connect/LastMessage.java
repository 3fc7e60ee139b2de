package dev.natsfleet.logs.program.connect;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.MessageGetRequest;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the last message of a subject from the leader of its stream. The call of jnats for this
 * asks any replica, which may be behind, and needs permission to read the stream's state.
 */
public final class LastMessage {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int NO_MESSAGE = 10037;

  private LastMessage() {}

  /** The last message; empty when the subject has none. */
  public static Optional<MessageInfo> of(Connection connection, String stream, String subject)
      throws IOException, JetStreamApiException, InterruptedException {
    String question = "$JS.API.STREAM.MSG.GET." + stream;
    byte[] which = MessageGetRequest.lastForSubject(subject).serialize();
    Message answer = connection.request(question, which, TIMEOUT);
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
