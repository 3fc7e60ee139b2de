package dev.natsfleet.simulation.check;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.simulation.world.SimulatedWorld;
import dev.natsfleet.simulation.world.WorldObserver;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What booting nodes start with has proven itself on one node first, as long as there is one that
 * serves: settings with which nats-server ends are never that.
 */
record SettingsCheck(SimulatedWorld world, BiConsumer<Rule, String> report)
    implements WorldObserver {

  @Override
  public void calling(String operator, String call, List<?> arguments) {
    if (call.equals("ControlTable.put") && arguments.getFirst() instanceof ClusterRow row) {
      boolean bad =
          world
              .registry()
              .stored(row.stableRevision())
              .map(NodeSettings::toString)
              .filter(settings -> settings.contains("fading"))
              .isPresent();
      if (bad && !GroundTruth.of(world).serving().isEmpty()) {
        report.accept(
            Rule.BAD_SETTINGS_PROMOTED,
            "%s makes settings %s stable, with which nats-server ends after a while"
                .formatted(operator, row.stableRevision()));
      }
    }
  }
}
