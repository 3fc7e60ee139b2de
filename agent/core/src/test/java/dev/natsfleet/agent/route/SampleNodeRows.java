package dev.natsfleet.agent.route;

import dev.natsfleet.registry.AwsNatsStatus;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;

/** Rows for tests. */
public final class SampleNodeRows {

  private SampleNodeRows() {}

  /** The row of a peer; its server is named after its address. */
  public static NodeRow.Managed row(String ip, NodeState state, long counter) {
    return row(ip, counter, new NodeReport(state, "", 0, 0, 0, 0, "", null, ""));
  }

  /** The row of a peer that serves and has so many routes. */
  public static NodeRow.Managed linked(String ip, int routes, long counter) {
    return row(ip, counter, new NodeReport(NodeState.SERVING, "", routes, 0, 0, 0, "", null, ""));
  }

  private static NodeRow.Managed row(String ip, long counter, NodeReport report) {
    NodeIdentity who = new NodeIdentity(ip, "i-" + ip, "boot", "eu-west-1a", "core", "s-" + ip);
    Heartbeat.Software software = new Heartbeat.Software("2.15.2", "dev");
    return new NodeRow.Managed(
        new Heartbeat(who, counter, 0, AwsNatsStatus.WORKING, "", software, "r1", report), null);
  }

  /** The row of an original aws-nats node. */
  public static NodeRow.Original original(String ip) {
    return new NodeRow.Original(ip, 1, "working", "");
  }
}
