package dev.natsfleet.bench.clusters;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.crds.NatsClusterStatus;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** When each cluster first had a status, when it was ready, and how often its status changed. */
final class KubernetesTimeline implements AutoCloseable {

  private final KubernetesClient client;
  private final SharedIndexInformer<NatsCluster> informer;
  private final long start = System.nanoTime();
  private final Map<String, Duration> firstStatus = new ConcurrentHashMap<>();
  private final Map<String, Duration> ready = new ConcurrentHashMap<>();
  private final AtomicLong writes = new AtomicLong();
  private final CountDownLatch missing;

  private KubernetesTimeline(Path kubeconfig, int clusters) {
    this.missing = new CountDownLatch(clusters);
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
            .build();
    this.informer = client.resources(NatsCluster.class).inAnyNamespace().inform(new Recorder());
  }

  /** Begins to watch; the clock starts. */
  static KubernetesTimeline start(Path kubeconfig, int clusters) {
    return new KubernetesTimeline(kubeconfig, clusters);
  }

  /** Waits until all are ready; false if the limit is over first. */
  boolean awaitReady(Duration limit) throws InterruptedException {
    return missing.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  Percentiles firstStatus() {
    return new Percentiles(firstStatus.values());
  }

  Percentiles ready() {
    return new Percentiles(ready.values());
  }

  /** Statuses that were written so far. */
  long writes() {
    return writes.get();
  }

  @Override
  public void close() {
    informer.close();
    client.close();
  }

  private void record(NatsCluster object) {
    NatsClusterStatus status = object.getStatus();
    if (status == null) {
      return;
    }
    writes.incrementAndGet();
    Duration now = Duration.ofNanos(System.nanoTime() - start);
    String name = object.getMetadata().getName();
    firstStatus.putIfAbsent(name, now);
    boolean isReady =
        status.conditions().stream()
            .anyMatch(c -> c.type().equals("Ready") && c.status().equals("True"));
    if (isReady && ready.putIfAbsent(name, now) == null) {
      missing.countDown();
    }
  }

  private final class Recorder implements ResourceEventHandler<NatsCluster> {

    @Override
    public void onAdd(NatsCluster object) {
      record(object);
    }

    @Override
    public void onUpdate(NatsCluster before, NatsCluster object) {
      if (!Objects.equals(before.getStatus(), object.getStatus())) {
        record(object);
      }
    }

    @Override
    public void onDelete(NatsCluster object, boolean finalStateUnknown) {
      // nothing is deleted while it is measured
    }
  }
}
