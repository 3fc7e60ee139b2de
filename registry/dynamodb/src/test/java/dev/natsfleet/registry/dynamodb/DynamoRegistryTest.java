package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.RegistryContract;
import dev.natsfleet.registry.RegistryPorts;
import org.junit.jupiter.api.Tag;

@Tag("server")
class DynamoRegistryTest implements RegistryContract {

  @Override
  public RegistryPorts emptyRegistry() {
    ClusterId cluster = SharedDynamo.cluster();
    DynamoRegistry registry = SharedDynamo.registry(cluster);
    OriginalAwsNats original = new OriginalAwsNats(SharedDynamo.CLIENT, cluster.nodesTable());
    return new RegistryPorts(
        registry.node(),
        registry.nodeRows(),
        registry.control(),
        row -> original.put(row.ip(), row.time(), row.status(), row.description()));
  }
}
