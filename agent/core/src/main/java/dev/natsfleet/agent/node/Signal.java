package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reaches a node from outside. */
public sealed interface Signal {

  /** The answer to an action. */
  sealed interface Answer extends Signal {
    /** What was asked. */
    Call call();
  }

  /** Time has passed. */
  record Tick() implements Signal {}

  /** nats-server ended. */
  record Exited(String why) implements Signal {}

  /** The call did not succeed; it may be made again. */
  record Failed(Call call, String why) implements Answer {}

  /** The call succeeded and need not be made again. */
  record Finished(Call call) implements Answer {}

  /** The call succeeded. */
  record Done(Call call) implements Answer {}

  /** Settings were read. */
  record SettingsRead(NodeSettings settings) implements Answer {
    @Override
    public Call call() {
      return Call.SETTINGS;
    }
  }

  /** There are no such settings. */
  record SettingsMissing(String revision) implements Answer {
    @Override
    public Call call() {
      return Call.SETTINGS;
    }
  }

  /**
   * Our row was written.
   *
   * @param call REGISTER or BEAT
   */
  record RowWritten(Call call, NodeRow.Fleet row) implements Answer {}

  /**
   * Our row is not ours any more.
   *
   * @param by whose it is, or null if there is none
   */
  record Superseded(@Nullable NodeRow by) implements Answer {
    @Override
    public Call call() {
      return Call.BEAT;
    }
  }

  /** All rows were read. */
  record RowsRead(List<NodeRow> rows) implements Answer {
    @Override
    public Call call() {
      return Call.ROWS;
    }
  }

  /**
   * A configuration is good, or in use.
   *
   * @param call CHECK: it is valid; START: the server was started with it; RELOAD: the server
   *     proved by its digest that it runs with it
   */
  record Accepted(Call call, String config) implements Answer {}

  /**
   * A configuration is not good; the file before it is in place.
   *
   * @param call CHECK, START or RELOAD
   */
  record Refused(Call call, String config, String why) implements Answer {}

  /** The monitor answered. */
  record MonitorRead(Server.Seen seen) implements Answer {
    @Override
    public Call call() {
      return Call.MONITOR;
    }
  }

  /** Peers were probed; these refused. */
  record Probed(Set<String> refused) implements Answer {
    @Override
    public Call call() {
      return Call.PROBE;
    }
  }

  /**
   * What instance metadata and host say of the node's future.
   *
   * @param targetState of the Auto Scaling lifecycle, or an empty string
   * @param spot whether Spot announced an interruption
   * @param rebalance whether EC2 recommends to rebalance
   * @param host whether the host is going down, or a person asked the node to leave
   */
  record Noticed(String targetState, boolean spot, boolean rebalance, boolean host)
      implements Answer {
    @Override
    public Call call() {
      return Call.NOTICES;
    }
  }

  /** The memory is on disk. */
  record Remembered(Memory memory) implements Answer {
    @Override
    public Call call() {
      return Call.REMEMBER;
    }
  }
}
