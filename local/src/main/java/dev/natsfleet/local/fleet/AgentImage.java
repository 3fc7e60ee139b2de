package dev.natsfleet.local.fleet;

import dev.natsfleet.local.jvm.JavaProgram;
import dev.natsfleet.local.machine.MachineImage;
import dev.natsfleet.local.machine.MachineSpec;
import dev.natsfleet.local.proc.ProcessTag;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A machine image with the agent and nats-server. The agent's environment has the machine's address
 * and the endpoints of the emulated services; the agent finds everything else as on EC2.
 *
 * @param agent supplies the agent's program at each boot
 * @param natsServer path of the nats-server that the agent runs
 * @param cloud endpoint of the emulated cloud
 * @param dynamo endpoint of DynamoDB
 * @param fleet tag of all processes of the fleet's machines
 */
public record AgentImage(
    Supplier<JavaProgram> agent, Path natsServer, URI cloud, URI dynamo, ProcessTag fleet)
    implements MachineImage {

  /** The process tag of the fleet whose cloud has this directory. */
  static ProcessTag fleetTag(Path directory) {
    return new ProcessTag("LOCAL_FLEET", directory.toString());
  }

  @Override
  public Program program(MachineSpec spec) {
    Map<String, String> environment = new HashMap<>();
    String address = spec.instance().address();
    environment.put("NATSFLEET_STATE_DIR", spec.disk().resolve("state").toString());
    environment.put("NATSFLEET_SERVER_BINARY", natsServer.toString());
    environment.put("NATSFLEET_MONITOR_ADDRESS", address);
    environment.put("NATSFLEET_HTTP_ADDRESS", address);
    environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", spec.metadata().toString());
    environment.put("MALLOC_ARENA_MAX", "1");
    environment.put("AWS_REGION", spec.instance().region());
    environment.put("AWS_ENDPOINT_URL", cloud.toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamo.toString());
    fleet.put(environment);
    return new Program(agent.get().command(), environment);
  }
}
