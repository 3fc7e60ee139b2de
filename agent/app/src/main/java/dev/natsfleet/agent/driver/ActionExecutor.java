package dev.natsfleet.agent.driver;

import dev.natsfleet.agent.aws.LifecycleHooks.HookKind;
import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.server.ServerException;
import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Carries out what the node decided. It blocks, and every action is answered by one signal,
 * whatever happens.
 *
 * @param defects logs errors of the agent's own, with their stack traces
 * @param registry calls to the cluster's registry
 * @param server calls to nats-server
 * @param instance calls to instance metadata, lifecycle hooks and disk
 */
public record ActionExecutor(
    FailureLog defects, RegistryCalls registry, ServerCalls server, InstanceCalls instance) {

  private static final Logger LOG = LoggerFactory.getLogger(ActionExecutor.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "the call failed unexpectedly and is made again; report it if it stays",
          "the call that failed unexpectedly works again");

  /** Logs the agent's own errors of a node of a cluster. */
  public static FailureLog defects(ClusterId cluster) {
    return new FailureLog(LOG, Level.ERROR, "call", MESSAGES, Map.of("cluster", cluster));
  }

  /** Carries it out; a failure is an answer, too. */
  Signal answer(Action action) {
    try {
      Signal answer = perform(action);
      defects.succeeded(action.actionKind());
      return answer;
    } catch (PortException | ServerException e) {
      return new Signal.Failed(action.actionKind(), String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      defects.failed(action.actionKind(), e.toString(), e);
      return new Signal.Failed(action.actionKind(), e.toString());
    }
  }

  private Signal perform(Action action) {
    return switch (action) {
      case Action.Plain plain -> perform(plain.actionKind());
      case Action.ReadSettings read -> registry.settings(read.revision());
      case Action.WriteRow write -> registry.write(write);
      case Action.Leave leave -> registry.leave(leave);
      case Action.Configure configure -> server.configure(configure);
      case Action.Probe probe -> ServerCalls.probe(probe.peers());
      case Action.Remember remember -> instance.remember(remember.persistedState());
      case Action.Exit exit -> new Signal.Finished(ActionKind.EXIT);
    };
  }

  private Signal perform(ActionKind actionKind) {
    return switch (actionKind) {
      case ROWS -> registry.rows();
      case MONITOR -> server.monitor();
      case LAME_DUCK -> server.lameDuck();
      case STOP -> server.stop();
      case NOTICES -> instance.notices();
      case LAUNCH_HOOK -> instance.complete(actionKind, HookKind.LAUNCH);
      case LAUNCH_HEARTBEAT -> instance.heartbeat(actionKind, HookKind.LAUNCH);
      case TERMINATE_HOOK -> instance.complete(actionKind, HookKind.TERMINATE);
      case TERMINATE_HEARTBEAT -> instance.heartbeat(actionKind, HookKind.TERMINATE);
      case SETTINGS, REGISTER, BEAT, LEAVE, CHECK, START, RELOAD, PROBE, REMEMBER, EXIT ->
          throw new IllegalArgumentException(actionKind + " is not a plain action");
    };
  }
}
