package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** How many resources of each kind a cluster has. */
record ClusterResourceCounts(int groups, int templates, int instances, int tables, int services) {

  /** Waits until the cluster has these; AWS shows what was made or removed some time later. */
  void await(TestCluster cluster) {
    Await.until(
        "the cluster has " + this,
        () -> equals(of(cluster)),
        Duration.ofSeconds(30),
        () -> of(cluster));
  }

  static ClusterResourceCounts of(TestCluster cluster) {
    AccountClients aws = OperatorTestbed.aws().clients();
    return new ClusterResourceCounts(
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

  private static int instances(TestCluster cluster, AccountClients aws) {
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

  private static int tables(TestCluster cluster) {
    return (int)
        OperatorTestbed.aws().tables().listTables().tableNames().stream()
            .filter(
                table ->
                    table.equals(cluster.id().nodesTable())
                        || table.equals(cluster.id().controlTable()))
            .count();
  }

  private static int services(TestCluster cluster) {
    return OperatorTestbed.kubernetes()
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
