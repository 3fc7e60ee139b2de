package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.servers.KubeApiServer;
import dev.natsfleet.registry.dynamodblocal.DynamoLocal;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything around one operator; started once, ended with the process. */
final class OperatorTestbed {

  static final Path ROOT = Path.of(System.getProperty("natsfleet.root"));

  private static final Path CRD = ROOT.resolve("crds/generated/natsclusters.natsfleet.dev-v1.yml");
  private static final OperatorTestbed TESTBED = new OperatorTestbed();

  private final Path directory = newDirectory();
  private final KubeApiServer api = KubeApiServer.start(directory, ApiAudit.arguments(directory));
  private final KubernetesClient kubernetes = connect(api);
  private final DynamoLocal tables = DynamoLocal.start();
  private final EmulatedAccount aws = EmulatedAccount.start(tables.endpoint(), Realism.LIKE_AWS);
  private final KillableOperator operator = KillableOperator.start(around(), directory);

  private OperatorTestbed() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(tables::close));
  }

  static KubernetesClient kubernetes() {
    return TESTBED.kubernetes;
  }

  static EmulatedAccount aws() {
    return TESTBED.aws;
  }

  static DynamoLocal tables() {
    return TESTBED.tables;
  }

  /** Where Kubernetes and AWS are, for another operator. */
  static Map<String, String> environment() {
    return TESTBED.around();
  }

  /** A directory for the files of another process. */
  static Path directory(String name) {
    return TESTBED.directory.resolve(name);
  }

  static KillableOperator operator() {
    return TESTBED.operator;
  }

  private Map<String, String> around() {
    Map<String, String> environment = new HashMap<>(tables.environment());
    environment.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
    environment.put("KUBECONFIG", api.kubeconfig().toString());
    return environment;
  }

  private static KubernetesClient connect(KubeApiServer api) {
    Config config = Config.fromKubeconfig(api.kubeconfig().toFile());
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    var crd = client.apiextensions().v1().customResourceDefinitions().load(CRD.toFile());
    crd.create();
    Await.until(
        "the CRD is established",
        () -> isEstablished(crd.get()),
        Duration.ofSeconds(60),
        () -> String.valueOf(crd.get()));
    return client;
  }

  /** A status without conditions is read as null. */
  private static boolean isEstablished(CustomResourceDefinition crd) {
    return Stream.ofNullable(crd.getStatus())
        .flatMap(status -> Stream.ofNullable(status.getConditions()))
        .flatMap(List::stream)
        .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }

  private static Path newDirectory() {
    try {
      Path target = Files.createDirectories(ROOT.resolve("operator/acceptance/target"));
      return Files.createTempDirectory(target, "testbed-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
