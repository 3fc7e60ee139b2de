package dev.natsfleet.registry;

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
    if (owner.startsWith(ReleaseMark.PREFIX)) {
      return Tables.State.RELEASED;
    }
    return owner.equals(who) ? Tables.State.ACTIVE : Tables.State.FOREIGN;
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

  private synchronized void adopt(String who) {
    faults.record("adopt");
    owner = state(who) == Tables.State.RELEASED ? who : owner;
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
    public void create() {
      tables.create(who);
    }

    @Override
    public void release(ReleaseMark mark) {
      tables.release(who, mark);
    }

    @Override
    public void adopt() {
      tables.adopt(who);
    }

    @Override
    public void delete() {
      tables.delete(who);
    }
  }
}
