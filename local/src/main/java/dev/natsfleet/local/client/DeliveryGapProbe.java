package dev.natsfleet.local.client;

import io.nats.client.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures the longest time without a message between a publisher and a subscriber that both
 * reconnect.
 */
public final class DeliveryGapProbe implements AutoCloseable {

  private static final long PERIOD_MILLIS = 20;

  private final Connection publisher;
  private final Connection subscriber;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final MaxGap gap = new MaxGap(System.nanoTime());

  private DeliveryGapProbe(Connection publisher, Connection subscriber) {
    this.publisher = publisher;
    this.subscriber = subscriber;
  }

  /**
   * Connects both clients and publishes fifty messages per second from now on.
   *
   * @param subscribeAt URL of the server to which the subscriber connects first
   * @param publishAt URL of the server to which the publisher connects first
   */
  public static DeliveryGapProbe start(String subscribeAt, String publishAt) {
    DeliveryGapProbe probe =
        new DeliveryGapProbe(
            NatsClients.toAny(List.of(publishAt)), NatsClients.toAny(List.of(subscribeAt)));
    probe.begin("natsfleet.listener." + UUID.randomUUID());
    return probe;
  }

  /** The longest time without a message so far, including the time since the last message. */
  public Duration longestGap() {
    return gap.longest(System.nanoTime());
  }

  @Override
  public void close() {
    clock.shutdownNow();
    NatsClients.close(publisher);
    NatsClients.close(subscriber);
  }

  private void begin(String subject) {
    subscriber.createDispatcher(message -> gap.record(System.nanoTime())).subscribe(subject);
    var unused =
        clock.scheduleAtFixedRate(
            () -> publisher.publish(subject, new byte[0]), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }
}
