package dev.natsfleet.bench.clusters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * NatsClusters that differ in their names only, and want no nodes.
 *
 * @param clusters how many, 1 or more
 * @param rest for how long they are looked at when all are ready
 */
record ClusterLoad(int clusters, Duration rest) {

  private static final String OBJECT =
      """
      apiVersion: natsfleet.dev/v1alpha1
      kind: NatsCluster
      metadata: {name: load-%d, namespace: default}
      spec:
        version: 2.15.2
        deletionPolicy: Delete
        region: eu-west-1
        core: {min: 0, desired: 0, max: 3}
        nodes:
          instanceType: c7g.large
          image: {id: ami-0a1b2c3d4e5f60001}
          subnets: [subnet-0a1b2c3d4e5f60001, subnet-0a1b2c3d4e5f60002, subnet-0a1b2c3d4e5f60003]
          securityGroups: [sg-0a1b2c3d4e5f60001]
          instanceProfile: natsfleet-node
      """;

  /**
   * The load that was asked for on the command line.
   *
   * @throws IllegalArgumentException if there is anything but {@code clusters=} and {@code
   *     seconds=} with a number
   */
  static ClusterLoad from(List<String> arguments) {
    int clusters = 300;
    int seconds = 60;
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.substring(0, argument.length() - value.length())) {
        case "clusters=" -> clusters = Integer.parseInt(value);
        case "seconds=" -> seconds = Integer.parseInt(value);
        default ->
            throw new IllegalArgumentException("clusters=300 or seconds=60, not " + argument);
      }
    }
    return new ClusterLoad(clusters, Duration.ofSeconds(seconds));
  }

  /** Writes a file for {@code kubectl apply}. */
  Path write(Path directory) throws IOException {
    String objects =
        IntStream.range(0, clusters)
            .mapToObj(OBJECT::formatted)
            .collect(Collectors.joining("---\n"));
    return Files.writeString(directory.resolve("clusters.yaml"), objects);
  }
}
