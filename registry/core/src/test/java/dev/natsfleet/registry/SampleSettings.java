package dev.natsfleet.registry;

import dev.natsfleet.values.RecordSample;
import java.util.HashMap;
import java.util.Map;

/** Settings for tests: an ordinary cluster, and what a test is about by the component's name. */
public final class SampleSettings {

  private static final Map<String, Object> ORDINARY =
      Map.of(
          "revision",
          "r1",
          "cluster",
          "orders",
          "version",
          "2.15.2",
          "maxPayloadBytes",
          1_048_576L,
          "lameDuckSeconds",
          30,
          "config",
          "{}",
          "heartbeatSeconds",
          10,
          "aliveSeconds",
          30,
          "forgetSeconds",
          300);

  private SampleSettings() {}

  /** Ordinary settings, under the revision {@code r1}. */
  public static NodeSettings ordinary() {
    return with(Map.of());
  }

  /** Ordinary settings with other values for these components. */
  public static NodeSettings with(Map<String, ?> components) {
    Map<String, Object> all = new HashMap<>(ORDINARY);
    all.putAll(components);
    return RecordSample.of(NodeSettings.class, all);
  }
}
