package dev.natsfleet.operator.port;

import dev.natsfleet.values.Redaction;

/**
 * Kubernetes events about the cluster's object. The caller has removed repetitions. An adapter
 * never throws: an event that cannot be written is logged.
 */
public interface Events {

  /** Publishes one. */
  void publish(Notice notice);

  /**
   * What happened, for people.
   *
   * @param tone whether somebody should look
   * @param reason stable CamelCase word
   * @param message names the thing, the value and the way out; without secrets of URLs
   */
  record Notice(Tone tone, String reason, String message) {

    public Notice {
      message = Redaction.urls(message);
    }
  }

  /** Kubernetes' event types. */
  enum Tone {
    NORMAL,
    WARNING
  }
}
