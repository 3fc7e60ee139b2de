package dev.natsfleet.operator;

import dev.natsfleet.monitoring.EndpointServer;
import dev.natsfleet.operator.kubernetes.NatsClusterReconciler;
import dev.natsfleet.operator.monitor.OperatorEndpoints;
import dev.natsfleet.operator.monitor.OperatorMetrics;
import dev.natsfleet.operator.reconcile.Clocks;
import dev.natsfleet.settings.SettingsException;
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

/** Starts the operator: settings, AWS, metrics, reconciler, Kubernetes client, monitor. */
public final class OperatorMain {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorMain.class);

  /** Longer than a pass takes; the grace period of the pod must be longer than this. */
  private static final Duration LAST_PASS = Duration.ofSeconds(20);

  /** A pass is due this often even if the one before scheduled none. */
  private static final Duration AT_LATEST = Duration.ofMinutes(3);

  private OperatorMain() {}

  /** Starts the operator; it runs until the process is asked to end. */
  public static void main(String[] arguments) throws IOException {
    try {
      start(OperatorSettings.from(System.getenv()));
    } catch (SettingsException e) {
      LOG.atError()
          .addKeyValue("problems", e.getMessage())
          .log("operator not started; correct these environment variables");
      System.exit(2);
    }
  }

  private static void start(OperatorSettings settings) throws IOException, SettingsException {
    LOG.atInfo().addKeyValue("settings", settings).log("operator starts");
    KubernetesClient client = new KubernetesClientBuilder().build();
    OperatorMetrics metrics = new OperatorMetrics();
    Clocks clocks = Clocks.system();
    AwsPortsFactory ports = new AwsPortsFactory(metrics::call, clocks.nanos());
    Operator operator = operator(client);
    operator.register(
        new NatsClusterReconciler(
            KubernetesFleetId.of(settings, client), client, ports, clocks, metrics),
        o -> configure(o, settings));
    operator.installShutdownHook(LAST_PASS);
    operator.start();
    EndpointServer endpoints = endpoints(settings, metrics, operator);
    LOG.atInfo().addKeyValue("port", endpoints.address().getPort()).log("operator started");
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

  /** Without a limit: when what failed works again, no event says so. */
  private static GenericRetry retry() {
    return new GenericRetry()
        .setInitialInterval(2_000)
        .setIntervalMultiplier(1.5)
        .setMaxInterval(60_000)
        .withoutMaxAttempts();
  }

  private static EndpointServer endpoints(
      OperatorSettings settings, OperatorMetrics metrics, Operator operator) throws IOException {
    return EndpointServer.start(
        new InetSocketAddress(settings.httpAddress(), settings.httpPort()),
        OperatorEndpoints.of(metrics, () -> operator.getRuntimeInfo().allEventSourcesAreHealthy()));
  }
}
