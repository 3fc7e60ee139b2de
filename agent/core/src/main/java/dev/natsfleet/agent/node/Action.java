package dev.natsfleet.agent.node;

import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node does. Each is answered by a {@link Signal.Answer} of the same call. */
public sealed interface Action {

  /** Its kind. */
  Call call();

  /** An action that needs nothing else: hooks, lame duck, monitor, notices. */
  record Plain(Call call) implements Action {}

  /**
   * Reads settings.
   *
   * @param revision or null for the cluster's stable one
   */
  record ReadSettings(@Nullable String revision) implements Action {
    @Override
    public Call call() {
      return Call.SETTINGS;
    }
  }

  /**
   * Writes our row.
   *
   * @param call REGISTER or BEAT
   * @param beat with time 0: the wall clock is read when it is written
   */
  record WriteRow(Call call, Heartbeat beat) implements Action {}

  /** Removes our row. */
  record Leave(NodeIdentity who) implements Action {
    @Override
    public Call call() {
      return Call.LEAVE;
    }
  }

  /**
   * Checks a configuration and puts it to use.
   *
   * @param call CHECK, START or RELOAD
   */
  record Configure(Call call, String config) implements Action {}

  /** Tries whether these peers take routes. */
  record Probe(List<Peer> peers) implements Action {
    @Override
    public Call call() {
      return Call.PROBE;
    }
  }

  /** Puts the memory on disk. */
  record Remember(Memory memory) implements Action {
    @Override
    public Call call() {
      return Call.REMEMBER;
    }
  }

  /** Ends the agent; nats-server is left as it is. */
  record Exit(int code, String why) implements Action {
    @Override
    public Call call() {
      return Call.EXIT;
    }
  }
}
