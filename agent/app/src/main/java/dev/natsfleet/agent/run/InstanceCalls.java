package dev.natsfleet.agent.run;

import dev.natsfleet.agent.aws.Hooks;
import dev.natsfleet.agent.aws.Hooks.Hook;
import dev.natsfleet.agent.aws.Imds;
import dev.natsfleet.agent.aws.Notices;
import dev.natsfleet.agent.memory.StateDirectory;
import dev.natsfleet.agent.node.Call;
import dev.natsfleet.agent.node.Memory;
import dev.natsfleet.agent.node.Signal;

/**
 * Asks and tells the instance's surroundings: metadata, hooks, disk.
 *
 * @param imds metadata
 * @param hooks of the Auto Scaling group
 * @param state the agent's files
 */
public record InstanceCalls(Imds imds, Hooks hooks, StateDirectory state) {

  Signal notices() {
    boolean host = state.askedToLeave();
    Notices notices = Notices.read(imds);
    return new Signal.Noticed(notices.targetState(), notices.spot(), notices.rebalance(), host);
  }

  Signal complete(Call call, Hook hook) {
    hooks.complete(hook);
    return new Signal.Finished(call);
  }

  Signal heartbeat(Call call, Hook hook) {
    hooks.heartbeat(hook);
    return new Signal.Done(call);
  }

  Signal remember(Memory memory) {
    state.remember(memory);
    return new Signal.Remembered(memory);
  }
}
