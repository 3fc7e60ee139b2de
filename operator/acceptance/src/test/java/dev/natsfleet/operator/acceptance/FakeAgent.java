package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.registry.AwsNatsStatus;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/**
 * An agent without a server: it registers, reports SERVING, follows orders, leaves. Not thread
 * safe.
 */
final class FakeAgent {

  private static final String SERVER_VERSION = "2.15.2";
  private static final int HOOK_ATTEMPTS = 40;

  private final InstanceSpec spec;
  private final NodeRegistry registry;
  private final NodeIdentity who;
  private String revision = "";
  private long counter;
  private boolean serving;
  private int hookAttempts;
  private boolean left;
  private @Nullable OrderReport answer;

  FakeAgent(InstanceSpec spec, NodeRegistry registry) {
    this.spec = spec;
    this.registry = registry;
    this.who =
        new NodeIdentity(
            spec.address(),
            spec.id(),
            UUID.randomUUID().toString(),
            spec.zone(),
            "core",
            "core-" + spec.id());
  }

  String id() {
    return spec.id();
  }

  /** Takes the next step of its life. */
  void beat(String targetLifecycleState, AutoScalingClient hooks) {
    if (left) {
      return;
    }
    if (targetLifecycleState.equals("Terminated")) {
      registry.leave(who);
      complete("natsfleet-terminate", hooks);
      left = true;
    } else if (serving) {
      say();
      completeLaunch(hooks);
    } else {
      register();
    }
  }

  /** Not before the cluster has a row. */
  private void register() {
    registry.cluster().map(ClusterRow::stableRevision).ifPresent(this::register);
  }

  private void register(String stable) {
    revision = stable;
    registry.register(heartbeat());
    serving = true;
  }

  /** Until it succeeds, or the operator, which sees the node serve, has long done it. */
  private void completeLaunch(AutoScalingClient hooks) {
    if (hookAttempts < HOOK_ATTEMPTS) {
      hookAttempts++;
      complete("natsfleet-launch", hooks);
      hookAttempts = HOOK_ATTEMPTS;
    }
  }

  private void say() {
    if (registry.beat(heartbeat())
            instanceof NodeRegistry.HeartbeatResult.Written(NodeRow.Managed row)
        && row.order() instanceof Order.ApplySettings order) {
      revision = order.revision();
      answer = new OrderReport(order.id(), OrderReport.OrderOutcome.DONE, "");
    }
  }

  private Heartbeat heartbeat() {
    counter++;
    int peers = (int) registry.rows().stream().filter(r -> !r.ip().equals(who.ip())).count();
    return new Heartbeat(
        who,
        counter,
        Instant.now().getEpochSecond(),
        AwsNatsStatus.WORKING,
        "without a server",
        new Heartbeat.Software(SERVER_VERSION, "0.1.0"),
        revision,
        new NodeReport(NodeState.SERVING, "", peers, peers, 0, 0, "", answer, ""));
  }

  private void complete(String hook, AutoScalingClient hooks) {
    String group = Objects.requireNonNull(spec.tags().get("aws:autoscaling:groupName"));
    hooks.completeLifecycleAction(
        r ->
            r.autoScalingGroupName(group)
                .lifecycleHookName(hook)
                .instanceId(spec.id())
                .lifecycleActionResult("CONTINUE"));
  }
}
