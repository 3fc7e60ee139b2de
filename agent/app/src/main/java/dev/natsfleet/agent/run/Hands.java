package dev.natsfleet.agent.run;

import dev.natsfleet.agent.aws.Hooks.Hook;
import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.Call;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.server.ServerException;
import dev.natsfleet.registry.PortException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the node decided. Blocking; each action is answered by one signal, whatever happens.
 *
 * @param registry of the cluster
 * @param server nats-server
 * @param instance everything else around the node
 */
public record Hands(RegistryCalls registry, ServerCalls server, InstanceCalls instance) {

  private static final Logger LOG = LoggerFactory.getLogger(Hands.class);

  /** Does it, and gives the answer to the listener; of a server, also its end, later. */
  public void act(Action action, Consumer<Signal> listener) {
    Signal answer = answer(action);
    listener.accept(answer);
    if (answer instanceof Signal.Accepted accepted && accepted.call() == Call.START) {
      watch(listener);
    }
  }

  /** Tells the listener when the running server ends. */
  public void watch(Consumer<Signal> listener) {
    server.server().watch(why -> listener.accept(new Signal.Exited(why)));
  }

  private Signal answer(Action action) {
    try {
      return perform(action);
    } catch (PortException | ServerException e) {
      return new Signal.Failed(action.call(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("call", action.call()).setCause(e).log("unexpected failure");
      return new Signal.Failed(action.call(), e.toString());
    }
  }

  private Signal perform(Action action) {
    return switch (action) {
      case Action.Plain plain -> perform(plain.call());
      case Action.ReadSettings read -> registry.settings(read.revision());
      case Action.WriteRow write -> registry.write(write);
      case Action.Leave leave -> registry.leave(leave);
      case Action.Configure configure -> server.configure(configure);
      case Action.Probe probe -> ServerCalls.probe(probe.peers());
      case Action.Remember remember -> instance.remember(remember.memory());
      case Action.Exit exit -> new Signal.Finished(Call.EXIT);
    };
  }

  private Signal perform(Call call) {
    return switch (call) {
      case ROWS -> registry.rows();
      case MONITOR -> server.monitor();
      case LAME_DUCK -> server.lameDuck();
      case STOP -> server.stop();
      case NOTICES -> instance.notices();
      case LAUNCH_HOOK -> instance.complete(call, Hook.LAUNCH);
      case LAUNCH_HEARTBEAT -> instance.heartbeat(call, Hook.LAUNCH);
      case TERMINATE_HOOK -> instance.complete(call, Hook.TERMINATE);
      case TERMINATE_HEARTBEAT -> instance.heartbeat(call, Hook.TERMINATE);
      case SETTINGS, REGISTER, BEAT, LEAVE, CHECK, START, RELOAD, PROBE, REMEMBER, EXIT ->
          throw new IllegalArgumentException(call + " is not a plain action");
    };
  }
}
