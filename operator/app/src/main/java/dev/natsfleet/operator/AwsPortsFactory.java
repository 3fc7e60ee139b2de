package dev.natsfleet.operator;

import dev.natsfleet.operator.aws.AwsRegion;
import dev.natsfleet.operator.aws.CallListener;
import dev.natsfleet.operator.aws.CallMetrics;
import dev.natsfleet.operator.kubernetes.PortsFactory;
import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.dynamodb.DynamoClients;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Opens the ports of clusters in AWS. Clusters of one Region share its clients. */
final class AwsPortsFactory implements PortsFactory, AutoCloseable {

  private final CallListener listener;
  private final LongSupplier nanoTime;
  private final Map<String, AwsRegion> regions = new ConcurrentHashMap<>();
  private final Map<String, DynamoDbClient> tables = new ConcurrentHashMap<>();

  AwsPortsFactory(CallListener listener, LongSupplier nanoTime) {
    this.listener = listener;
    this.nanoTime = nanoTime;
  }

  @Override
  public Ports open(Fleet fleet, ServiceEndpoints endpoints, Events events) {
    AwsRegion aws = regions.computeIfAbsent(fleet.region(), this::region);
    DynamoDbClient dynamo = tables.computeIfAbsent(fleet.region(), this::dynamo);
    DynamoRegistry registry = DynamoRegistry.open(dynamo, fleet.id());
    return new Ports(
        aws.groups(fleet.id()),
        aws.launchTemplates(fleet.id()),
        aws.instances(fleet.id()),
        aws.regionResources(),
        registry.tables(fleet.owner()),
        registry.nodeRows(),
        registry.control(),
        endpoints,
        events);
  }

  @Override
  public void close() {
    regions.values().forEach(AwsRegion::close);
    tables.values().forEach(DynamoDbClient::close);
  }

  private AwsRegion region(String name) {
    return AwsRegion.open(name, listener, nanoTime);
  }

  private DynamoDbClient dynamo(String region) {
    DynamoDbClientBuilder builder = DynamoClients.builder(DynamoClients.CONTROL);
    ClientOverrideConfiguration counted =
        builder.overrideConfiguration().toBuilder()
            .addExecutionInterceptor(new CallMetrics(listener))
            .build();
    return builder.region(Region.of(region)).overrideConfiguration(counted).build();
  }
}
