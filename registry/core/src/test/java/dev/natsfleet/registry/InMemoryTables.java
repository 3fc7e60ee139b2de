package dev.natsfleet.registry;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables in memory, active as soon as they are created. Thread safe. */
final class InMemoryTables {

  private final FaultInjector faults;
  private @Nullable String owner;

  InMemoryTables(FaultInjector faults) {
    this.faults = faults;
  }

  Tables as(String who) {
    return new Owned(who, this);
  }

  private synchronized Tables.State state(String who) {
    faults.record("state");
    if (owner == null) {
      return Tables.State.ABSENT;
    }
    return owner.equals(who) ? Tables.State.ACTIVE : Tables.State.FOREIGN;
  }

  private synchronized Set<String> holders(String who) {
    faults.record("holders");
    return owner == null || owner.equals(who) ? Set.of() : Set.of(owner);
  }

  private synchronized void create(String who) {
    faults.record("create");
    if (owner == null) {
      owner = who;
    }
  }

  private synchronized void release(String who, ReleaseMark mark) {
    faults.record("release " + mark);
    owner = who.equals(owner) ? mark.toString() : owner;
  }

  private synchronized void adopt(String holder, String who) {
    faults.record("adopt");
    owner = holder.equals(owner) ? who : owner;
  }

  /** Deletes the tables if this owner has them; returns whether it did. */
  synchronized boolean delete(String who) {
    faults.record("delete");
    boolean ours = who.equals(owner);
    owner = ours ? null : owner;
    return ours;
  }

  private record Owned(String who, InMemoryTables tables) implements Tables {

    @Override
    public State state() {
      return tables.state(who);
    }

    @Override
    public Set<String> holders() {
      return tables.holders(who);
    }

    @Override
    public void create() {
      tables.create(who);
    }

    @Override
    public void release(ReleaseMark mark) {
      tables.release(who, mark);
    }

    @Override
    public void adopt(String holder) {
      tables.adopt(holder, who);
    }

    @Override
    public void delete() {
      tables.delete(who);
    }
  }
}
