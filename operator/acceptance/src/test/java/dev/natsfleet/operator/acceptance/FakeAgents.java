package dev.natsfleet.operator.acceptance;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.MachineHost;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Instances whose agent keeps a row and completes the hooks, and which run no nats-server. */
final class FakeAgents implements MachineHost {

  private static final Logger log = LoggerFactory.getLogger(FakeAgents.class);
  private static final String TARGET = "meta-data/autoscaling/target-lifecycle-state";
  private static final int BEAT_MILLIS = 500;

  private final DynamoDbClient tables;
  private final Map<String, FakeAgent> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  FakeAgents(DynamoDbClient tables) {
    this.tables = tables;
  }

  void begin(CloudDriver cloud, AutoScalingClient autoScaling) {
    Runnable all = () -> running.values().forEach(fakeAgent -> beat(fakeAgent, cloud, autoScaling));
    var unused = beats.scheduleWithFixedDelay(all, BEAT_MILLIS, BEAT_MILLIS, MILLISECONDS);
  }

  @Override
  public void start(InstanceSpec spec, URI metadata) {
    ClusterId cluster =
        ClusterId.parse(Objects.requireNonNull(spec.tags().get("natsfleet:cluster")));
    running.put(spec.id(), new FakeAgent(spec, DynamoRegistry.open(tables, cluster).node()));
  }

  @Override
  public void stop(String instanceId) {
    running.remove(instanceId);
  }

  @Override
  public void kill(String instanceId) {
    stop(instanceId);
  }

  /**
   * A beat that fails is made up for by the next one, as in a real agent. What tables and hooks
   * answer while they are made, deleted or denied belongs to the tests; all else is a defect.
   */
  private static void beat(FakeAgent fakeAgent, CloudDriver cloud, AutoScalingClient autoScaling) {
    try {
      cloud
          .call(its -> its.metadata().read(fakeAgent.id(), TARGET))
          .ifPresent(target -> fakeAgent.beat(target, autoScaling));
    } catch (PortException | AutoScalingException e) {
      log.debug("no beat instance={} why={}", fakeAgent.id(), e.getMessage());
    } catch (RuntimeException e) {
      log.error("no beat instance={}", fakeAgent.id(), e);
    }
  }
}
