package dev.natsfleet.local.cloud.world;

import dev.natsfleet.local.cloud.effect.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Time, chance and effects of one cloud. */
public final class World {

  private final Catalogue catalogue;
  private final Timing timing;
  private final Random random;
  private final Timers timers = new Timers();
  private final List<Effect> effects = new ArrayList<>();
  private final Set<String> zonesOut = new HashSet<>();
  private Instant now;

  public World(Catalogue catalogue, Timing timing, long seed, Instant start) {
    this.catalogue = catalogue;
    this.timing = timing;
    this.random = new Random(seed);
    this.now = start;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Timing timing() {
    return timing;
  }

  public Instant now() {
    return now;
  }

  /** The time in whole seconds, as AWS writes it into texts. */
  public String stamp() {
    return Instant.ofEpochSecond(now.getEpochSecond()).toString();
  }

  /** Runs the action once, when that much virtual time has passed. */
  public void after(Duration delay, Runnable action) {
    timers.add(now.plus(delay), action);
  }

  /** Runs everything that is due up to then, in order of time and then of asking. */
  public void advanceTo(Instant then) {
    for (Optional<Timers.Timer> due = timers.due(then); due.isPresent(); due = timers.due(then)) {
      Timers.Timer timer = due.orElseThrow();
      now = timer.at().isAfter(now) ? timer.at() : now;
      timer.action().run();
    }
    now = then.isAfter(now) ? then : now;
  }

  /** When something is due next. */
  public Optional<Instant> nextDeadline() {
    return timers.next();
  }

  /** An AWS id such as {@code i-0123456789abcdef0}. */
  public String id(String prefix) {
    return prefix + "-0" + HexFormat.of().toHexDigits(random.nextLong());
  }

  public UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  public void effect(Effect effect) {
    effects.add(effect);
  }

  /** Takes the effects that have gathered. */
  public List<Effect> drain() {
    List<Effect> drained = List.copyOf(effects);
    effects.clear();
    return drained;
  }

  /** A zone without power launches nothing. */
  public boolean zoneOut(String zone) {
    return zonesOut.contains(zone);
  }

  public void zoneOut(String zone, boolean out) {
    if (out) {
      zonesOut.add(zone);
    } else {
      zonesOut.remove(zone);
    }
  }
}
