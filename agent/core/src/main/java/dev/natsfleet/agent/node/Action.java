package dev.natsfleet.agent.node;

import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node does. Each is answered by a {@link Signal.Answer} of the same kind. */
public sealed interface Action {

  /** The kind, at most one of which is under way. */
  ActionKind actionKind();

  /** An action that needs nothing but its kind: hooks, lame duck, monitor, notices. */
  record Plain(ActionKind actionKind) implements Action {}

  /**
   * Reads settings.
   *
   * @param revision or null for the cluster's stable one
   */
  record ReadSettings(@Nullable String revision) implements Action {
    @Override
    public ActionKind actionKind() {
      return ActionKind.SETTINGS;
    }
  }

  /**
   * Writes our row.
   *
   * @param actionKind REGISTER or BEAT
   * @param beat with time 0: the wall clock is read when it is written
   */
  record WriteRow(ActionKind actionKind, Heartbeat beat) implements Action {}

  /** Removes our row. */
  record Leave(NodeIdentity who) implements Action {
    @Override
    public ActionKind actionKind() {
      return ActionKind.LEAVE;
    }
  }

  /**
   * Checks a configuration, and for START and RELOAD puts it into use.
   *
   * @param actionKind CHECK, START or RELOAD
   */
  record Configure(ActionKind actionKind, String config) implements Action {}

  /** Tries whether these peers accept connections on their route ports. */
  record Probe(List<Peer> peers) implements Action {
    @Override
    public ActionKind actionKind() {
      return ActionKind.PROBE;
    }
  }

  /** Writes the state to disk. */
  record Remember(PersistedState persistedState) implements Action {
    @Override
    public ActionKind actionKind() {
      return ActionKind.REMEMBER;
    }
  }

  /** Ends the agent; nats-server is left as it is. */
  record Exit(int code, String why) implements Action {
    @Override
    public ActionKind actionKind() {
      return ActionKind.EXIT;
    }
  }
}
