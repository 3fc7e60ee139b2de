package dev.natsfleet.logs.acceptance;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How hard a scenario is tried: moderately in the build, fully with {@code -Dnatsfleet.soak=true}.
 * Each number can be set by itself, as {@code -Dnatsfleet.kills=50}.
 */
final class ScenarioStrength {

  private static final Logger LOG = LoggerFactory.getLogger(ScenarioStrength.class);
  private static final boolean SOAK = Boolean.getBoolean("natsfleet.soak");

  private ScenarioStrength() {}

  /** The number of this name: as set, or the one for the build, or the one for a soak. */
  static int of(String name, int build, int soak) {
    return Integer.getInteger("natsfleet." + name, SOAK ? soak : build);
  }

  /** What a soak records of a scenario that has held. */
  static void held(String scenario) {
    if (SOAK) {
      LOG.atInfo().addKeyValue("scenario", scenario).log("held");
    }
  }
}
