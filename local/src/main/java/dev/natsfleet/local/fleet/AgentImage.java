package dev.natsfleet.local.fleet;

import dev.natsfleet.local.java.JavaProgram;
import dev.natsfleet.local.machine.Hardware;
import dev.natsfleet.local.machine.Image;
import dev.natsfleet.local.proc.Mark;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The image with the agent and nats-server in it. What an agent needs to know of the machine's
 * single address and of the endpoints that are not AWS's own stands in its environment; everything
 * else it finds out as on EC2.
 *
 * @param agent the agent's program, asked at each boot
 * @param natsServer the nats-server that it runs
 * @param cloud endpoint of the emulated cloud
 * @param dynamo endpoint of DynamoDB
 * @param fleet mark of everything that runs on any machine of the fleet
 */
public record AgentImage(
    Supplier<JavaProgram> agent, Path natsServer, URI cloud, URI dynamo, Mark fleet)
    implements Image {

  /** The mark of the fleet whose cloud has this directory. */
  static Mark fleetMark(Path directory) {
    return new Mark("LOCAL_FLEET", directory.toString());
  }

  @Override
  public Program boot(Hardware hardware) {
    Map<String, String> environment = new HashMap<>();
    String address = hardware.instance().address();
    environment.put("NATSFLEET_STATE_DIR", hardware.disk().resolve("state").toString());
    environment.put("NATSFLEET_SERVER_BINARY", natsServer.toString());
    environment.put("NATSFLEET_MONITOR_ADDRESS", address);
    environment.put("NATSFLEET_HTTP_ADDRESS", address);
    environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", hardware.metadata().toString());
    environment.put("MALLOC_ARENA_MAX", "1");
    environment.put("AWS_REGION", hardware.instance().region());
    environment.put("AWS_ENDPOINT_URL", cloud.toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamo.toString());
    fleet.put(environment);
    return new Program(agent.get().command(), environment);
  }
}
