package dev.natsfleet.operator;

import dev.natsfleet.monitoring.EndpointServer;
import dev.natsfleet.operator.kubernetes.NatsClusterReconciler;
import dev.natsfleet.operator.kubernetes.lease.LeaderLease;
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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the operator: settings, AWS, metrics, reconciler, Kubernetes client, monitor. */
public final class OperatorMain {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorMain.class);

  /**
   * How long the passes under way may go on when the process is asked to end. The Lease is not
   * renewed meanwhile: with the two seconds since its last renewal this has to be less than {@link
   * LeaderLease#MAY_ACT}. What is cut is repeated by the next operator.
   */
  private static final Duration LAST_PASS = Duration.ofSeconds(6);

  /** A pass is due this often even if the one before scheduled none. */
  private static final Duration AT_LATEST = Duration.ofMinutes(3);

  static final int NOT_STARTED = 1;
  static final int SETTINGS_REFUSED = 2;
  static final int LEASE_LOST = 3;

  private OperatorMain() {}

  /** Starts the operator; it runs until the process is asked to end. */
  public static void main(String[] arguments) {
    try {
      start(OperatorSettings.from(System.getenv()));
    } catch (SettingsException e) {
      LOG.atError()
          .addKeyValue("problems", e.getMessage())
          .log("operator not started; correct these environment variables");
      System.exit(SETTINGS_REFUSED);
    } catch (IOException | RuntimeException e) {
      LOG.atError().setCause(e).log("operator not started; the cause says why");
      System.exit(NOT_STARTED);
    }
  }

  private static void start(OperatorSettings settings) throws IOException, SettingsException {
    LOG.atInfo().addKeyValue("settings", settings).log("operator starts");
    OperatorMetrics metrics = new OperatorMetrics();
    Clocks clocks = Clocks.system();
    Optional<LeaderLease> lease =
        settings
            .lease()
            .map(ref -> new LeaderLease(ref, clocks, metrics::leads, OperatorMain::endAtOnce));
    metrics.leads(lease.isEmpty());
    KubernetesClient client = client(lease);
    AwsPortsFactory ports = new AwsPortsFactory(metrics::call, clocks.nanos());
    Operator operator = operator(client, lease);
    operator.register(
        new NatsClusterReconciler(
            KubernetesFleetId.of(settings, client), client, ports, clocks, metrics),
        o -> configure(o, settings));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(operator, lease)));
    operator.start();
    EndpointServer endpoints = endpoints(settings, metrics, operator);
    LOG.atInfo().addKeyValue("port", endpoints.address().getPort()).log("operator started");
  }

  private static KubernetesClient client(Optional<LeaderLease> lease) {
    KubernetesClientBuilder builder = new KubernetesClientBuilder();
    lease.ifPresent(l -> l.watch(builder));
    return builder.build();
  }

  private static Operator operator(KubernetesClient client, Optional<LeaderLease> lease) {
    return new Operator(
        o -> {
          o.withKubernetesClient(client)
              .withReconciliationTerminationTimeout(LAST_PASS)
              .withCloseClientOnStop(false); // the lease is released after the last pass
          lease.ifPresent(l -> o.withLeaderElectionConfiguration(l.configuration()));
        });
  }

  /** The framework's own hook does nothing where there is an election. */
  private static void stop(Operator operator, Optional<LeaderLease> lease) {
    lease.ifPresent(LeaderLease::prepareStop);
    operator.stop();
    lease.ifPresent(l -> l.release(operator.getKubernetesClient()));
  }

  /** Without shutdown hooks: they wait for passes that must not go on. */
  private static void endAtOnce() {
    Runtime.getRuntime().halt(LEASE_LOST);
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
