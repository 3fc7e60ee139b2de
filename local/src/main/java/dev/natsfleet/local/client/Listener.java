package dev.natsfleet.local.client;

import io.nats.client.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A subscriber and a publisher, each with reconnect, and the longest time for which nothing went
 * from one to the other.
 */
public final class Listener implements AutoCloseable {

  private static final long PERIOD_MILLIS = 20;

  private final Connection publisher;
  private final Connection subscriber;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final Gap gap = new Gap(System.nanoTime());

  private Listener(Connection publisher, Connection subscriber) {
    this.publisher = publisher;
    this.subscriber = subscriber;
  }

  /**
   * Publishes fifty times a second from now on.
   *
   * @param subscribeAt the server to which the subscriber connects first
   * @param publishAt the server to which the publisher connects first
   */
  public static Listener start(String subscribeAt, String publishAt) {
    Listener listener =
        new Listener(Clients.toAny(List.of(publishAt)), Clients.toAny(List.of(subscribeAt)));
    listener.listen("natsfleet.listener." + UUID.randomUUID());
    return listener;
  }

  /** The longest time without a message so far, the one that is running included. */
  public Duration longestGap() {
    return gap.longest(System.nanoTime());
  }

  @Override
  public void close() {
    clock.shutdownNow();
    Clients.close(publisher);
    Clients.close(subscriber);
  }

  private void listen(String subject) {
    subscriber.createDispatcher(message -> gap.heard(System.nanoTime())).subscribe(subject);
    var unused =
        clock.scheduleAtFixedRate(
            () -> publisher.publish(subject, new byte[0]), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }
}
