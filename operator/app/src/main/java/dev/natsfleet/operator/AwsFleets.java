package dev.natsfleet.operator;

import dev.natsfleet.operator.aws.AwsRegion;
import dev.natsfleet.operator.aws.CallCounts;
import dev.natsfleet.operator.aws.CallWitness;
import dev.natsfleet.operator.kubernetes.Fleets;
import dev.natsfleet.operator.port.Endpoints;
import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.registry.dynamodb.DynamoClients;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Clusters in AWS; those of a Region share its clients. */
final class AwsFleets implements Fleets, AutoCloseable {

  private final CallWitness witness;
  private final Map<String, AwsRegion> regions = new ConcurrentHashMap<>();
  private final Map<String, DynamoDbClient> tables = new ConcurrentHashMap<>();

  AwsFleets(CallWitness witness) {
    this.witness = witness;
  }

  @Override
  public Ports open(Fleet fleet, Endpoints endpoints, Events events) {
    AwsRegion aws = regions.computeIfAbsent(fleet.region(), this::region);
    DynamoDbClient dynamo = tables.computeIfAbsent(fleet.region(), this::dynamo);
    DynamoRegistry registry = DynamoRegistry.open(dynamo, fleet.id());
    return new Ports(
        aws.groups(fleet.id()),
        aws.templates(fleet.id()),
        aws.instances(fleet.id(), fleet.owner()),
        aws.catalogue(),
        registry.tables(fleet.owner()),
        registry.fleet(),
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
    return AwsRegion.open(name, witness, System::nanoTime);
  }

  private DynamoDbClient dynamo(String region) {
    DynamoDbClientBuilder builder = DynamoClients.builder(DynamoClients.CONTROL);
    ClientOverrideConfiguration counted =
        builder.overrideConfiguration().toBuilder()
            .addExecutionInterceptor(new CallCounts(witness))
            .build();
    return builder.region(Region.of(region)).overrideConfiguration(counted).build();
  }
}
