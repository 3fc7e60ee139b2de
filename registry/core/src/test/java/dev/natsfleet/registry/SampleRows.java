package dev.natsfleet.registry;

import java.util.Map;

/** Rows that look like those of a real node. */
public final class SampleRows {

  /**
   * Far in the future: a table with time-to-live clears rows whose {@code time} is more than a week
   * old.
   */
  private static final long TIME = 4_000_000_000L;

  private SampleRows() {}

  /** A node of the core pool. */
  public static NodeIdentity node(String ip, String instance, String boot) {
    return new NodeIdentity(ip, instance, boot, "eu-west-1a", "core", "core-" + instance);
  }

  /** A heartbeat of a node in service. */
  public static Heartbeat heartbeat(NodeIdentity who, long counter) {
    return new Heartbeat(
        who,
        counter,
        TIME + counter,
        AwsNatsStatus.WORKING,
        "in service",
        new Heartbeat.Software("2.15.2", "0.1.0"),
        "0a1b2c3d4e",
        report("beat " + counter));
  }

  /** The report of a node in service. */
  public static NodeReport report(String why) {
    OrderReport order = new OrderReport("order-0", OrderReport.OrderOutcome.DONE, "");
    return new NodeReport(NodeState.SERVING, why, 2, 2, 17, 1, "sha256:abc", order, "i-2 i-3");
  }

  /** Settings with the pinned version of nats-server. */
  public static NodeSettings settings(String revision) {
    return SampleSettings.with(
        Map.of(
            "revision",
            revision,
            "cluster",
            "demo",
            "lameDuckSeconds",
            120,
            "config",
            "{\"debug\":true}"));
  }
}
