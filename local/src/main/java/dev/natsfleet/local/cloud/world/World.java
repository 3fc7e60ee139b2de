package dev.natsfleet.local.cloud.world;

import dev.natsfleet.local.cloud.effect.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What all services of one cloud share: virtual clock, random ids, catalogue, and effects. */
public final class World {

  private final Catalogue catalogue;
  private final CloudDelays cloudDelays;
  private final Random random;
  private final Random randomDelays;
  private final List<PropagatedView<?>> views = new ArrayList<>();
  private final Timers timers = new Timers();
  private final List<Effect> effects = new ArrayList<>();
  private final Set<String> zonesOut = new HashSet<>();
  private Instant now;

  public World(Catalogue catalogue, CloudDelays cloudDelays, long seed, Instant start) {
    this.catalogue = catalogue;
    this.cloudDelays = cloudDelays;
    this.random = new Random(seed);
    this.randomDelays = new Random(~seed);
    this.now = start;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public CloudDelays delays() {
    return cloudDelays;
  }

  public Instant now() {
    return now;
  }

  /** The time in whole seconds, in the format of AWS's texts. */
  public String timestamp() {
    return Instant.ofEpochSecond(now.getEpochSecond()).toString();
  }

  /** Runs the action once after this virtual time. */
  public void after(Duration delay, Runnable action) {
    timers.add(now.plus(delay), action);
  }

  /** Advances the clock and runs the timers due until then, in their order. */
  public void advanceTo(Instant then) {
    recordChanges();
    for (Optional<Timers.Timer> due = timers.due(then); due.isPresent(); due = timers.due(then)) {
      Timers.Timer timer = due.orElseThrow();
      now = timer.at().isAfter(now) ? timer.at() : now;
      timer.action().run();
      recordChanges();
    }
    now = then.isAfter(now) ? then : now;
  }

  private void recordChanges() {
    if (!cloudDelays.realism().propagation().isZero()) {
      views.forEach(PropagatedView::recordChanges);
    }
  }

  /**
   * A view of resources for describe calls.
   *
   * @param truth the resources as they are, by id
   */
  public <T> PropagatedView<T> view(Supplier<Map<String, T>> truth) {
    PropagatedView<T> view = new PropagatedView<>(this, truth);
    views.add(view);
    return view;
  }

  /** A random delay between nothing and this; it depends on the seed only. */
  public Duration delayUpTo(Duration longest) {
    return longest.isZero()
        ? Duration.ZERO
        : Duration.ofMillis(randomDelays.nextLong(longest.toMillis() + 1));
  }

  /** When the next timer is due. */
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

  /** Returns the effects that have gathered since the last call. */
  public List<Effect> takeEffects() {
    List<Effect> drained = List.copyOf(effects);
    effects.clear();
    return drained;
  }

  /** Whether a zone has lost its power; such a zone launches nothing. */
  public boolean isZoneOut(String zone) {
    return zonesOut.contains(zone);
  }

  public void setZoneOut(String zone, boolean out) {
    if (out) {
      zonesOut.add(zone);
    } else {
      zonesOut.remove(zone);
    }
  }
}
