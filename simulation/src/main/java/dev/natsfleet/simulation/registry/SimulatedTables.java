package dev.natsfleet.simulation.registry;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.registry.Tables;
import dev.natsfleet.simulation.clock.VirtualClock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables as things that exist or not, and take a while to become active. */
final class SimulatedTables {

  private final VirtualClock clock;
  private final Duration creation;
  private @Nullable String tag;
  private long activeAt;

  SimulatedTables(VirtualClock clock, Duration creation) {
    this.clock = clock;
    this.creation = creation;
  }

  /** Fails as DynamoDB does while there is no table to read or write. */
  void requireActive() {
    if (tag == null || clock.nanos() < activeAt) {
      throw new PortException(Kind.NOT_FOUND, "dynamodb: Requested resource not found");
    }
  }

  /** What a person does: the tables are gone, whoever owns them. */
  void drop() {
    tag = null;
  }

  /** Overwrites the owner's tag. */
  void setTag(String owner) {
    tag = tag == null ? null : owner;
  }

  /** The owner in the tag if it is another. */
  Set<String> holders(String owner) {
    return tag == null || tag.equals(owner) ? Set.of() : Set.of(tag);
  }

  boolean isOwnedBy(String owner) {
    return owner.equals(tag);
  }

  Tables.State state(String owner) {
    if (tag == null) {
      return Tables.State.ABSENT;
    } else if (!tag.equals(owner)) {
      return Tables.State.FOREIGN;
    }
    return clock.nanos() < activeAt ? Tables.State.CREATING : Tables.State.ACTIVE;
  }

  void create(String owner) {
    if (tag == null) {
      tag = owner;
      activeAt = clock.nanos() + creation.toNanos();
    }
  }
}
