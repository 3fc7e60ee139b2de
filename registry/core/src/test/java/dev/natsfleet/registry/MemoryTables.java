package dev.natsfleet.registry;

import org.jspecify.annotations.Nullable;

/** Tables in memory, active as soon as they are created. Thread safe. */
final class MemoryTables {

  private final Faults faults;
  private @Nullable String owner;

  MemoryTables(Faults faults) {
    this.faults = faults;
  }

  Tables as(String who) {
    return new Owned(who, this);
  }

  private synchronized Tables.State state(String who) {
    faults.enter("state");
    if (owner == null) {
      return Tables.State.ABSENT;
    }
    if (owner.startsWith(Released.PREFIX)) {
      return Tables.State.RELEASED;
    }
    return owner.equals(who) ? Tables.State.ACTIVE : Tables.State.FOREIGN;
  }

  private synchronized void create(String who) {
    faults.enter("create");
    if (owner == null) {
      owner = who;
    }
  }

  private synchronized void release(String who, Released mark) {
    faults.enter("release " + mark);
    owner = who.equals(owner) ? mark.toString() : owner;
  }

  private synchronized void adopt(String who) {
    faults.enter("adopt");
    owner = state(who) == Tables.State.RELEASED ? who : owner;
  }

  /** Whether they were ours, and are gone. */
  synchronized boolean delete(String who) {
    faults.enter("delete");
    boolean ours = who.equals(owner);
    owner = ours ? null : owner;
    return ours;
  }

  private record Owned(String who, MemoryTables tables) implements Tables {

    @Override
    public State state() {
      return tables.state(who);
    }

    @Override
    public void create() {
      tables.create(who);
    }

    @Override
    public void release(Released mark) {
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
