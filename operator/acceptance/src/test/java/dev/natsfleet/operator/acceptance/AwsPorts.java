package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.operator.aws.AwsRegion;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The operator's ports, in this process, in an emulated AWS whose answers are never late: what a
 * port does is seen at once.
 *
 * @param account the emulated AWS
 * @param calls operations that were called, in their order
 */
record AwsPorts(EmulatedAccount account, AwsRegion region, ConcurrentLinkedQueue<String> calls) {

  static final AwsPorts OPENED = open();

  private static final Set<String> SUBNETS =
      Set.of("subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002");

  /** The standard settings of the SDK; all other clients of this process name their endpoint. */
  private static AwsPorts open() {
    EmulatedAccount account =
        EmulatedAccount.start(OperatorTestbed.tables().endpoint(), Realism.NONE);
    Map<String, String> sdk =
        Map.of(
            "aws.endpointUrl", account.endpoint().toString(),
            "aws.accessKeyId", "AKIAOPERATOR",
            "aws.secretAccessKey", "secret");
    sdk.forEach(System::setProperty);
    ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    AwsRegion region =
        AwsRegion.open("eu-west-1", (s, operation, r) -> calls.add(operation), System::nanoTime);
    return new AwsPorts(account, region, calls);
  }

  static Kind kind(Runnable call) {
    return catchThrowableOfType(PortException.class, call::run).kind();
  }

  static ClusterId id(String name) {
    return new ClusterId("adapters", name);
  }

  NodeGroupSpec spec(String name, GroupSize size) {
    region.launchTemplates(id(name)).create(template(name, "c7g.large"), "hash1");
    return new NodeGroupSpec(
        size,
        1,
        new TreeSet<>(SUBNETS),
        List.of(
            new LifecycleHook(
                "natsfleet-launch",
                LifecycleHook.LifecycleTransition.LAUNCHING,
                300,
                LifecycleHook.Result.ABANDON)),
        new TreeMap<>(tags(name)),
        true,
        new TreeSet<>(Set.of("AZRebalance")));
  }

  static LaunchTemplateSpec template(String name, String type) {
    return new LaunchTemplateSpec(
        "ami-0a1b2c3d4e5f60001",
        type,
        new TreeSet<>(Set.of("sg-0a1b2c3d4e5f60001")),
        "natsfleet-node",
        new TreeMap<>(tags(name)));
  }

  private static Map<String, String> tags(String name) {
    return Map.of("natsfleet:owner", "uid-" + name, "natsfleet:cluster", "adapters/" + name);
  }
}
