package dev.natsfleet.logs.stream;

import io.nats.client.Message;

/**
 * A message that a {@link Feed} has handed out.
 *
 * @param message as it came
 * @param place what its reply subject says
 */
public record Delivered(Message message, Delivery place) {}
