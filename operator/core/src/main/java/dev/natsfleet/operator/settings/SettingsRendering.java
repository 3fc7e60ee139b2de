package dev.natsfleet.operator.settings;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.RegistrationSpec;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import java.util.Map;

/** Settings that all nodes share, from the specification. */
final class SettingsRendering {

  private SettingsRendering() {}

  /** Expects a specification without {@link SpecCheck#problems}. */
  static NodeSettings render(ClusterId id, NatsClusterSpec spec) {
    ServerSettings server =
        new ServerSettings(
            Amount.bytes(spec.server().maxPayload()).orElseThrow(),
            Math.toIntExact(Amount.seconds(spec.server().lameDuckDuration()).orElseThrow()),
            CanonicalJson.write(spec.server().config()));
    RegistrationSpec periods = spec.registration();
    Registration registration =
        new Registration(
            periods.heartbeatSeconds(), periods.aliveSeconds(), periods.forgetSeconds());
    String revision = revision(id.awsName(), spec.version(), server, registration);
    return new NodeSettings(revision, id.awsName(), spec.version(), server, registration);
  }

  private static String revision(
      String cluster, String version, ServerSettings server, Registration registration) {
    Map<String, Object> content =
        Map.of(
            "cluster", cluster,
            "version", version,
            "maxPayloadBytes", server.maxPayloadBytes(),
            "lameDuckSeconds", server.lameDuckSeconds(),
            "config", server.config(),
            "heartbeatSeconds", registration.heartbeatSeconds(),
            "aliveSeconds", registration.aliveSeconds(),
            "forgetSeconds", registration.forgetSeconds());
    return Fingerprint.of(CanonicalJson.write(content));
  }
}
