package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Opened;
import dev.natsfleet.registry.RegistryContract;

class DynamoRegistryTest implements RegistryContract {

  @Override
  public Opened open() {
    ClusterId cluster = Lab.cluster();
    DynamoRegistry registry = Lab.registry(cluster);
    AwsNats original = new AwsNats(Lab.CLIENT, cluster.nodesTable());
    return new Opened(
        registry.node(),
        registry.fleet(),
        registry.control(),
        row -> original.put(row.ip(), row.time(), row.status(), row.description()));
  }
}
