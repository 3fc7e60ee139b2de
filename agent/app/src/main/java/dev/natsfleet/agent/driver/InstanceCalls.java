package dev.natsfleet.agent.driver;

import dev.natsfleet.agent.aws.Imds;
import dev.natsfleet.agent.aws.InstanceNotices;
import dev.natsfleet.agent.aws.LifecycleHooks;
import dev.natsfleet.agent.aws.LifecycleHooks.HookKind;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.PersistedState;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.state.StateDirectory;

/**
 * Calls to what surrounds nats-server on the instance: metadata, lifecycle hooks, disk.
 *
 * @param imds instance metadata
 * @param lifecycleHooks of the Auto Scaling group
 * @param state the agent's files
 */
public record InstanceCalls(Imds imds, LifecycleHooks lifecycleHooks, StateDirectory state) {

  Signal notices() {
    boolean host = state.isLeaveRequested();
    InstanceNotices instanceNotices = InstanceNotices.read(imds);
    return new Signal.Noticed(
        instanceNotices.targetState(), instanceNotices.spot(), instanceNotices.rebalance(), host);
  }

  Signal complete(ActionKind actionKind, HookKind hook) {
    return lifecycleHooks.complete(hook)
        ? new Signal.Finished(actionKind)
        : new Signal.NotWaiting(actionKind);
  }

  Signal heartbeat(ActionKind actionKind, HookKind hook) {
    lifecycleHooks.heartbeat(hook);
    return new Signal.Done(actionKind);
  }

  Signal remember(PersistedState persistedState) {
    state.write(persistedState);
    return new Signal.Remembered(persistedState);
  }
}
