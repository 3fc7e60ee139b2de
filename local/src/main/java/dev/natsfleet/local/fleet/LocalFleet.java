package dev.natsfleet.local.fleet;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A running fleet on one machine.
 *
 * @param directory where it writes all files
 * @param kubectl against its Kubernetes
 * @param dynamoProcess its DynamoDB
 * @param cloud its EC2 and Auto Scaling
 * @param operator its operator
 * @param started its parts, to be closed
 */
public record LocalFleet(
    Path directory,
    Kubectl kubectl,
    DynamoProcess dynamoProcess,
    CloudProcess cloud,
    OperatorProcess operator,
    CloseStack started)
    implements AutoCloseable {

  /**
   * Starts everything and returns when a NatsCluster can be applied.
   *
   * @throws RuntimeException with the end of the log of the part that does not start; all other
   *     parts are closed then
   */
  public static LocalFleet start(FleetOptions options) {
    CloseStack started = new CloseStack(options.progress());
    try {
      return new Starter(options, started).start();
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** The environment variables with which a shell or a program reaches the fleet. */
  public Map<String, String> environment() {
    return Starter.environment(kubectl, dynamoProcess, cloud);
  }

  /** Stops all parts in reverse order of their start. */
  @Override
  public void close() {
    started.close();
  }

  /** Starts the parts in their order. */
  private record Starter(FleetOptions options, CloseStack started) {

    LocalFleet start() {
      CompletableFuture<Kubectl> kubectl =
          CompletableFuture.supplyAsync(this::kubernetes, Thread::startVirtualThread);
      VpcRange range = started.start("addresses", VpcRange::claim);
      DynamoProcess dynamoProcess =
          started.start(
              "DynamoDB Local", () -> DynamoProcess.start(range.services(), path("dynamodb")));
      CloudProcess cloud =
          started.start(
              "emulated EC2 and Auto Scaling",
              () ->
                  CloudProcess.start(
                      range, dynamoProcess.endpoint(), path("cloud"), options.realism()));
      Map<String, String> environment = environment(kubectl.join(), dynamoProcess, cloud);
      OperatorProcess operator =
          started.start(
              "operator", () -> OperatorProcess.start(range, environment, path("operator")));
      ShellExports.write(path("env"), environment);
      return new LocalFleet(
          options.directory(), kubectl.join(), dynamoProcess, cloud, operator, started);
    }

    private Kubectl kubernetes() {
      Kubernetes kubernetes =
          started.start(
              "Kubernetes API", () -> Kubernetes.start(options.kubeconfig(), path("kubernetes")));
      Kubectl kubectl = Kubectl.of(kubernetes.kubeconfig());
      String crds = ProjectPrograms.root().resolve("crds/generated").toString();
      kubectl.run("apply", "--server-side", "--filename", crds);
      kubectl.run("wait", "--for=condition=Established", "--filename", crds);
      return kubectl;
    }

    static Map<String, String> environment(
        Kubectl kubectl, DynamoProcess dynamoProcess, CloudProcess cloud) {
      return Map.of(
          "AWS_DEFAULT_REGION",
          "eu-west-1",
          "KUBECONFIG",
          kubectl.kubeconfig().toString(),
          "AWS_ENDPOINT_URL",
          cloud.endpoint().toString(),
          "AWS_ENDPOINT_URL_DYNAMODB",
          dynamoProcess.endpoint().toString(),
          "AWS_REGION",
          "eu-west-1",
          "AWS_ACCESS_KEY_ID",
          "local",
          "AWS_SECRET_ACCESS_KEY",
          "local");
    }

    private Path path(String name) {
      return options.directory().resolve(name);
    }
  }
}
