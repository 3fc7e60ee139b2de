package dev.natsfleet.registry;

/** Rows that look like those of a real node. */
public final class Samples {

  /** Far ahead: a table with expiry clears rows whose {@code time} is more than a week old. */
  private static final long TIME = 4_000_000_000L;

  private Samples() {}

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
        RowStatus.WORKING,
        "in service",
        new Heartbeat.Software("2.15.2", "0.1.0"),
        "0a1b2c3d4e",
        report("beat " + counter));
  }

  /** What a node in service reports. */
  public static NodeReport report(String why) {
    OrderReport order = new OrderReport("order-0", OrderReport.Outcome.DONE, "");
    return new NodeReport(NodeState.SERVING, why, 2, 2, 17, 1, "sha256:abc", order);
  }

  /** Settings of the version that is pinned. */
  public static NodeSettings settings(String revision) {
    return new NodeSettings(
        revision,
        "demo",
        "2.15.2",
        new NodeSettings.ServerSettings(1_048_576, 120, "{\"debug\":true}"),
        new NodeSettings.Registration(10, 30, 300));
  }
}
