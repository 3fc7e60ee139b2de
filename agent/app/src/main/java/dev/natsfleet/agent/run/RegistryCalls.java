package dev.natsfleet.agent.run;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.Call;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRegistry.Beat;
import dev.natsfleet.registry.PortException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks the registry.
 *
 * @param clock the wall clock, which is only written, never compared
 * @param offset added to it
 */
public record RegistryCalls(NodeRegistry registry, InstantSource clock, Duration offset) {

  Signal settings(@Nullable String revision) {
    String wanted = revision == null ? stable() : revision;
    return registry
        .settings(wanted)
        .<Signal>map(Signal.SettingsRead::new)
        .orElseGet(() -> new Signal.SettingsMissing(wanted));
  }

  Signal write(Action.WriteRow action) {
    Heartbeat beat = stamped(action.beat());
    if (action.call() == Call.REGISTER) {
      return new Signal.RowWritten(Call.REGISTER, registry.register(beat));
    }
    return switch (registry.beat(beat)) {
      case Beat.Written written -> new Signal.RowWritten(Call.BEAT, written.row());
      case Beat.Superseded superseded -> new Signal.Superseded(superseded.by());
    };
  }

  Signal rows() {
    return new Signal.RowsRead(registry.rows());
  }

  Signal leave(Action.Leave action) {
    registry.leave(action.who());
    return new Signal.Finished(Call.LEAVE);
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
        clock.instant().plus(offset).getEpochSecond(),
        beat.status(),
        beat.description(),
        beat.software(),
        beat.revision(),
        beat.report());
  }
}
