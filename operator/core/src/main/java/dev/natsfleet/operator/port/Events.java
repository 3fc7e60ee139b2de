package dev.natsfleet.operator.port;

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
   * @param message names the thing, the value and the way out
   */
  record Notice(Tone tone, String reason, String message) {}

  /** Kubernetes' event types. */
  enum Tone {
    NORMAL,
    WARNING
  }
}
