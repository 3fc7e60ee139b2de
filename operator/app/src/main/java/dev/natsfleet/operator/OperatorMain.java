package dev.natsfleet.operator;

import dev.natsfleet.operator.kubernetes.NatsClusterReconciler;
import dev.natsfleet.operator.loop.Clocks;
import dev.natsfleet.operator.monitor.MonitorServer;
import dev.natsfleet.operator.monitor.OperatorMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator: settings, Kubernetes, AWS, metrics, and the reconciler between them. */
public final class OperatorMain {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorMain.class);

  /** Longer than a pass takes; a pod's grace period must be longer still. */
  private static final Duration LAST_PASS = Duration.ofSeconds(20);

  /** A pass is due this often even if the one before scheduled none. */
  private static final Duration AT_LATEST = Duration.ofMinutes(3);

  private OperatorMain() {}

  /** Starts the operator; it runs until the process is asked to end. */
  public static void main(String[] arguments) throws IOException {
    try {
      start(OperatorSettings.from(System.getenv()));
    } catch (OperatorSettings.Refused e) {
      LOG.atError().addKeyValue("problems", e.getMessage()).log("operator not started");
      System.exit(2);
    }
  }

  private static void start(OperatorSettings settings) throws IOException {
    LOG.atInfo().addKeyValue("settings", settings).log("operator starts");
    KubernetesClient client = new KubernetesClientBuilder().build();
    OperatorMetrics metrics = new OperatorMetrics();
    AwsFleets fleets = new AwsFleets(metrics::call);
    Operator operator = operator(client);
    operator.register(
        new NatsClusterReconciler(client, fleets, Clocks.ofTheMachine(), metrics),
        o -> configure(o, settings));
    operator.installShutdownHook(LAST_PASS);
    operator.start();
    MonitorServer monitor = monitor(settings, metrics, operator);
    LOG.atInfo().addKeyValue("port", monitor.port()).log("operator started");
  }

  private static Operator operator(KubernetesClient client) {
    return new Operator(
        o -> o.withKubernetesClient(client).withReconciliationTerminationTimeout(LAST_PASS));
  }

  private static void configure(
      ControllerConfigurationOverrider<?> controller, OperatorSettings settings) {
    controller
        .withFinalizer(NatsClusterReconciler.FINALIZER)
        .withRetry(retry())
        .withReconciliationMaxInterval(AT_LATEST);
    if (!settings.namespaces().isEmpty()) {
      controller.settingNamespaces(settings.namespaces());
    }
  }

  /** For ever: what is away today may be back tomorrow, with no other event to wake us. */
  private static GenericRetry retry() {
    return new GenericRetry()
        .setInitialInterval(2_000)
        .setIntervalMultiplier(1.5)
        .setMaxInterval(60_000)
        .withoutMaxAttempts();
  }

  private static MonitorServer monitor(
      OperatorSettings settings, OperatorMetrics metrics, Operator operator) throws IOException {
    return MonitorServer.start(
        new InetSocketAddress(settings.httpAddress(), settings.httpPort()),
        metrics,
        () -> operator.getRuntimeInfo().allEventSourcesAreHealthy());
  }
}
