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
    /** The kind of the action that is answered. */
    ActionKind actionKind();
  }

  /** Time has passed. */
  record Tick() implements Signal {}

  /** nats-server ended. */
  record Exited(String why) implements Signal {}

  /** The call did not succeed; it may be made again. */
  record Failed(ActionKind actionKind, String why) implements Answer {}

  /** The call succeeded and need not be made again. */
  record Finished(ActionKind actionKind) implements Answer {}

  /** The call succeeded. */
  record Done(ActionKind actionKind) implements Answer {}

  /**
   * Auto Scaling knows of no wait in this hook: it has ended, or it has not begun for all copies
   * that answer although the group shows it already.
   *
   * @param actionKind LAUNCH_HOOK or TERMINATE_HOOK
   */
  record NotWaiting(ActionKind actionKind) implements Answer {}

  /** Settings were read. */
  record SettingsRead(NodeSettings settings) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.SETTINGS;
    }
  }

  /** There are no such settings. */
  record SettingsMissing(String revision) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.SETTINGS;
    }
  }

  /**
   * Our row was written.
   *
   * @param actionKind REGISTER or BEAT
   */
  record RowWritten(ActionKind actionKind, NodeRow.Managed row) implements Answer {}

  /**
   * The row does not belong to this boot any more.
   *
   * @param by the row as it is now, or null if there is none
   */
  record Superseded(@Nullable NodeRow by) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.BEAT;
    }
  }

  /** All rows were read. */
  record RowsRead(List<NodeRow> rows) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.ROWS;
    }
  }

  /**
   * A configuration is good, or in use.
   *
   * @param actionKind CHECK: it is valid; START: the server was started with it; RELOAD: the server
   *     proved by its digest that it runs with it
   */
  record Accepted(ActionKind actionKind, String config) implements Answer {}

  /**
   * A configuration is not good; the file before it is in place.
   *
   * @param actionKind CHECK, START or RELOAD
   */
  record Refused(ActionKind actionKind, String config, String why) implements Answer {}

  /** The monitor answered. */
  record MonitorRead(ServerState.Seen seen) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.MONITOR;
    }
  }

  /** Neither the monitor nor the client port of nats-server answered. */
  record Mute(String why) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.MONITOR;
    }
  }

  /** Peers were probed; these addresses refused the connection. */
  record Probed(Set<String> refused) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.PROBE;
    }
  }

  /**
   * What instance metadata and the host announce.
   *
   * @param targetState of the Auto Scaling lifecycle, or an empty string
   * @param spot whether Spot announced an interruption
   * @param rebalance whether EC2 recommends to rebalance
   * @param host whether the host is going down, or a person asked the node to leave
   */
  record Noticed(String targetState, boolean spot, boolean rebalance, boolean host)
      implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.NOTICES;
    }
  }

  /** The state is on disk. */
  record Remembered(PersistedState persistedState) implements Answer {
    @Override
    public ActionKind actionKind() {
      return ActionKind.REMEMBER;
    }
  }
}
