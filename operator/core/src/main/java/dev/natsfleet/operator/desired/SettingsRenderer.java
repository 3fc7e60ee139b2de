package dev.natsfleet.operator.desired;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.RegistrationSpec;
import dev.natsfleet.crds.ServerSpec;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import java.time.Duration;

/** Renders the settings that all nodes share from a specification. */
final class SettingsRenderer {

  private SettingsRenderer() {}

  /** Expects a specification without {@link SpecValidator#problems}. */
  static NodeSettings render(ClusterId id, NatsClusterSpec spec) {
    NodeSettings settings =
        new NodeSettings(
            "",
            id.awsName(),
            spec.version(),
            server(spec.server()),
            registration(spec.registration()));
    return settings.withRevision(SettingsRevision.of(settings));
  }

  private static ServerSettings server(ServerSpec server) {
    return new ServerSettings(
        server.maxPayloadBytes(),
        wholeSeconds(server.lameDuck()),
        CanonicalJson.write(server.config()));
  }

  private static Registration registration(RegistrationSpec periods) {
    return new Registration(
        periods.heartbeatSeconds(), periods.aliveSeconds(), periods.forgetSeconds());
  }

  /** Nodes know seconds only; rounded up, so that no client has less time than the user gave it. */
  private static int wholeSeconds(Duration duration) {
    return Math.toIntExact(duration.plusMillis(999).toSeconds());
  }
}
