package dev.natsfleet.operator.acceptance;

import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** How many things of a cluster there are. */
record Leftovers(int groups, int templates, int instances, int tables, int services) {

  static Leftovers of(Cluster cluster) {
    AwsClients aws = Lab.aws().clients();
    return new Leftovers(
        aws.groups(cluster.group()).size(),
        aws.ec2()
            .describeLaunchTemplates(
                r -> r.filters(filter("launch-template-name", cluster.group())))
            .launchTemplates()
            .size(),
        instances(cluster, aws),
        tables(cluster),
        services(cluster));
  }

  private static int instances(Cluster cluster, AwsClients aws) {
    return (int)
        aws
            .ec2()
            .describeInstancesPaginator(
                r ->
                    r.filters(
                        filter("tag:natsfleet:cluster", cluster.id().toString()),
                        filter("instance-state-name", "pending", "running")))
            .reservations()
            .stream()
            .flatMap(reservation -> reservation.instances().stream())
            .map(Instance::instanceId)
            .count();
  }

  private static int tables(Cluster cluster) {
    return (int)
        Lab.aws().tables().listTables().tableNames().stream()
            .filter(
                table ->
                    table.equals(cluster.id().nodesTable())
                        || table.equals(cluster.id().controlTable()))
            .count();
  }

  private static int services(Cluster cluster) {
    return Lab.kubernetes()
                .services()
                .inNamespace(cluster.id().namespace())
                .withName(cluster.id().name())
                .get()
            == null
        ? 0
        : 1;
  }

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }
}
