package dev.natsfleet.local.fleet;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Everything on one machine, up and running.
 *
 * @param directory of everything it writes
 * @param kubectl against its Kubernetes
 * @param dynamo its DynamoDB
 * @param cloud its EC2 and Auto Scaling
 * @param operator its operator
 * @param parts what to close
 */
public record LocalFleet(
    Path directory,
    Kubectl kubectl,
    Dynamo dynamo,
    CloudProcess cloud,
    OperatorProcess operator,
    Parts parts)
    implements AutoCloseable {

  /**
   * Starts everything and returns when a NatsCluster can be applied.
   *
   * @throws RuntimeException with the end of the log of the part that does not start; nothing runs
   *     then
   */
  public static LocalFleet start(FleetOptions options) {
    Parts parts = new Parts(options.progress());
    try {
      return new Starter(options, parts).start();
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** What a shell or a program needs in its environment to reach the fleet. */
  public Map<String, String> environment() {
    return Starter.environment(kubectl, dynamo, cloud);
  }

  /** Stops everything, the last started first. */
  @Override
  public void close() {
    parts.close();
  }

  /** The order of the start. */
  private record Starter(FleetOptions options, Parts parts) {

    LocalFleet start() {
      CompletableFuture<Kubectl> kubectl = CompletableFuture.supplyAsync(this::kubernetes);
      VpcRange range = parts.start("addresses", VpcRange::claim);
      Dynamo dynamo =
          parts.start("DynamoDB Local", () -> Dynamo.start(range.services(), path("dynamodb")));
      CloudProcess cloud =
          parts.start(
              "emulated EC2 and Auto Scaling",
              () -> CloudProcess.start(range, dynamo.endpoint(), path("cloud")));
      Map<String, String> environment = environment(kubectl.join(), dynamo, cloud);
      OperatorProcess operator =
          parts.start(
              "operator", () -> OperatorProcess.start(range, environment, path("operator")));
      EnvFile.write(path("env"), environment);
      return new LocalFleet(options.directory(), kubectl.join(), dynamo, cloud, operator, parts);
    }

    private Kubectl kubernetes() {
      Kubernetes kubernetes =
          parts.start(
              "Kubernetes API", () -> Kubernetes.start(options.kubeconfig(), path("kubernetes")));
      Kubectl kubectl = Kubectl.of(kubernetes.kubeconfig());
      String crds = Programs.root().resolve("crds/generated").toString();
      kubectl.run("apply", "--server-side", "--filename", crds);
      kubectl.run("wait", "--for=condition=Established", "--filename", crds);
      return kubectl;
    }

    static Map<String, String> environment(Kubectl kubectl, Dynamo dynamo, CloudProcess cloud) {
      return Map.of(
          "AWS_DEFAULT_REGION",
          "eu-west-1",
          "KUBECONFIG",
          kubectl.kubeconfig().toString(),
          "AWS_ENDPOINT_URL",
          cloud.endpoint().toString(),
          "AWS_ENDPOINT_URL_DYNAMODB",
          dynamo.endpoint().toString(),
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
