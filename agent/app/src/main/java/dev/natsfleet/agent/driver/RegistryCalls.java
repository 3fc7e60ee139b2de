package dev.natsfleet.agent.driver;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRegistry.HeartbeatResult;
import dev.natsfleet.registry.PortException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the registry.
 *
 * @param wall the clock that is written into the row, and never compared
 */
public record RegistryCalls(NodeRegistry registry, InstantSource wall) {

  Signal settings(@Nullable String revision) {
    String wanted = revision == null ? stable() : revision;
    return registry
        .settings(wanted)
        .<Signal>map(Signal.SettingsRead::new)
        .orElseGet(() -> new Signal.SettingsMissing(wanted));
  }

  Signal write(Action.WriteRow action) {
    Heartbeat beat = stamped(action.beat());
    if (action.actionKind() == ActionKind.REGISTER) {
      return new Signal.RowWritten(ActionKind.REGISTER, registry.register(beat));
    }
    return switch (registry.beat(beat)) {
      case HeartbeatResult.Written written -> new Signal.RowWritten(ActionKind.BEAT, written.row());
      case HeartbeatResult.Superseded superseded -> new Signal.Superseded(superseded.by());
    };
  }

  Signal rows() {
    return new Signal.RowsRead(registry.rows());
  }

  Signal leave(Action.Leave action) {
    registry.leave(action.who());
    return new Signal.Finished(ActionKind.LEAVE);
  }

  private String stable() {
    return registry
        .cluster()
        .map(ClusterRow::stableRevision)
        .orElseThrow(
            () -> new PortException(PortException.Kind.NOT_FOUND, "the cluster has no row yet"));
  }

  private Heartbeat stamped(Heartbeat beat) {
    return new Heartbeat(
        beat.who(),
        beat.counter(),
        wall.instant().getEpochSecond(),
        beat.status(),
        beat.description(),
        beat.software(),
        beat.revision(),
        beat.report());
  }
}
