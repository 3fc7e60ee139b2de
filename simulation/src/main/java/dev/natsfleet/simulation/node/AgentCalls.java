package dev.natsfleet.simulation.node;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeRegistry.HeartbeatResult;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Carries out what an agent decides: what the calls of {@code agent/app} do. */
final class AgentCalls {

  private static final String LAUNCH = "natsfleet-launch";
  private static final String TERMINATE = "natsfleet-terminate";

  private final SimulatedMachine machine;
  private final NodeServices services;

  AgentCalls(SimulatedMachine machine, NodeServices services) {
    this.machine = machine;
    this.services = services;
  }

  /** Makes the call; a failure is an answer, too. */
  Signal answer(Action action) {
    try {
      return perform(action);
    } catch (PortException | ServerFailure e) {
      return new Signal.Failed(action.actionKind(), String.valueOf(e.getMessage()));
    }
  }

  private Signal perform(Action action) {
    return switch (action) {
      case Action.Plain plain -> perform(plain.actionKind());
      case Action.ReadSettings read -> settings(Optional.ofNullable(read.revision()));
      case Action.WriteRow write -> write(write);
      case Action.Leave leave -> {
        services.registry().leave(leave.who());
        yield new Signal.Finished(ActionKind.LEAVE);
      }
      case Action.Configure configure -> configure(configure);
      case Action.Probe probe -> new Signal.Probed(refusing(probe));
      case Action.Remember remember -> {
        machine.write(remember.persistedState());
        yield new Signal.Remembered(remember.persistedState());
      }
      case Action.Exit exit -> new Signal.Finished(ActionKind.EXIT);
    };
  }

  private Signal perform(ActionKind kind) {
    return switch (kind) {
      case ROWS -> new Signal.RowsRead(services.registry().rows());
      case MONITOR -> monitor();
      case LAME_DUCK -> {
        requireServer();
        machine.server().lameDuck();
        yield new Signal.Done(kind);
      }
      case STOP -> {
        requireServer();
        machine.server().kill("signal 9");
        yield new Signal.Done(kind);
      }
      case NOTICES -> notices();
      case LAUNCH_HOOK -> complete(kind, LAUNCH);
      case TERMINATE_HOOK -> complete(kind, TERMINATE);
      case LAUNCH_HEARTBEAT -> heartbeat(kind, LAUNCH);
      case TERMINATE_HEARTBEAT -> heartbeat(kind, TERMINATE);
      default -> throw new IllegalArgumentException(kind + " is not a plain action");
    };
  }

  private Signal monitor() {
    return machine.server().isGreetingClients()
        ? new Signal.MonitorRead(machine.server().monitor())
        : new Signal.Mute("neither the monitor nor the client port answers");
  }

  private void requireServer() {
    if (!machine.server().isRunning()) {
      throw new ServerFailure("nats-server does not run");
    }
  }

  private Signal settings(Optional<String> revision) {
    String wanted =
        revision.orElseGet(
            () ->
                services
                    .registry()
                    .cluster()
                    .map(ClusterRow::stableRevision)
                    .orElseThrow(
                        () -> new PortException(Kind.NOT_FOUND, "the cluster has no row yet")));
    return services
        .registry()
        .settings(wanted)
        .<Signal>map(Signal.SettingsRead::new)
        .orElseGet(() -> new Signal.SettingsMissing(wanted));
  }

  private Signal write(Action.WriteRow action) {
    Heartbeat beat = stamped(action.beat());
    if (action.actionKind() == ActionKind.REGISTER) {
      return new Signal.RowWritten(ActionKind.REGISTER, services.registry().register(beat));
    }
    return switch (services.registry().beat(beat)) {
      case HeartbeatResult.Written written -> new Signal.RowWritten(ActionKind.BEAT, written.row());
      case HeartbeatResult.Superseded lost -> new Signal.Superseded(lost.by());
    };
  }

  private Heartbeat stamped(Heartbeat beat) {
    return new Heartbeat(
        beat.who(),
        beat.counter(),
        machine.wall().instant().getEpochSecond(),
        beat.status(),
        beat.description(),
        beat.software(),
        beat.revision(),
        beat.report());
  }

  private Signal configure(Action.Configure action) {
    ActionKind kind = action.actionKind();
    Optional<String> refused = machine.server().check(action.config());
    if (refused.isPresent()) {
      return new Signal.Refused(kind, action.config(), refused.get());
    }
    if (kind == ActionKind.START) {
      machine.server().start(action.config());
    } else if (kind == ActionKind.RELOAD) {
      machine.server().monitor();
      machine.server().reload(action.config());
    }
    return new Signal.Accepted(kind, action.config());
  }

  private Set<String> refusing(Action.Probe probe) {
    Set<String> refusing = new TreeSet<>();
    probe.peers().stream()
        .map(Peer::ip)
        .filter(ip -> !services.mesh().isReachable(machine, ip))
        .forEach(refusing::add);
    return refusing;
  }

  private Signal notices() {
    return new Signal.Noticed(
        metadata("meta-data/autoscaling/target-lifecycle-state").orElse(""),
        metadata("meta-data/spot/instance-action").isPresent(),
        metadata("meta-data/events/recommendations/rebalance").isPresent(),
        machine.isGoingDown());
  }

  private Optional<String> metadata(String path) {
    return services.cloud().metadata(machine.id(), path);
  }

  private Signal complete(ActionKind kind, String hook) {
    return isTaken(new AutoScalingCommand.CompleteLifecycleAction(ref(hook), "CONTINUE"))
        ? new Signal.Finished(kind)
        : new Signal.NotWaiting(kind);
  }

  private Signal heartbeat(ActionKind kind, String hook) {
    isTaken(new AutoScalingCommand.RecordLifecycleActionHeartbeat(ref(hook)));
    return new Signal.Done(kind);
  }

  private AutoScalingCommand.ActionRef ref(String hook) {
    String group = machine.spec().tags().getOrDefault("aws:autoscaling:groupName", "");
    return new AutoScalingCommand.ActionRef(group, hook, null, machine.id());
  }

  /** False if the instance does not wait in the hook, as in {@code agent/app}. */
  private boolean isTaken(AutoScalingCommand command) {
    try {
      services.cloud().execute(command);
      return true;
    } catch (PortException e) {
      if (!String.valueOf(e.getMessage()).contains("No active Lifecycle Action")) {
        throw e;
      }
      return false;
    }
  }
}
