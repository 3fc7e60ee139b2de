package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Observer;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Deaths;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Operators;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.operator.world.World;
import dev.natsfleet.registry.Journal;
import dev.natsfleet.registry.NodeState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A world as a golden folder describes it.
 *
 * @param before what had come true, or null for an empty world
 * @param nodes what has become of some nodes since, by id
 * @param journal ids of steps that were begun
 * @param seconds that pass before the eyes of an operator that has just started
 * @param wish what is wanted now
 */
record Scene(
    @Nullable Wanted before,
    @Nullable Map<String, Change> nodes,
    @Nullable List<String> journal,
    int seconds,
    Wanted wish) {

  /** A wish, one word different from the ordinary. */
  record Wanted(
      int desired,
      @Nullable String image,
      @Nullable String payload,
      @Nullable DeletionPolicy deleted,
      boolean paused) {

    Wish wish() {
      CorePool core = new CorePool(0, desired, 20, CorePool.CapacityOwner.Operator);
      Wish plain =
          Wishes.wish(core, image == null ? "ami-1" : image, payload == null ? "1Mi" : payload);
      Wish held = paused ? Wishes.paused(plain) : plain;
      return deleted == null ? held : Wishes.deleted(held, deleted);
    }
  }

  /** What has become of a node. */
  record Change(
      @Nullable NodeState says, @Nullable Integer clients, boolean mute, boolean unlinked) {

    void apply(Machine machine) {
      machine.says = says == null ? machine.says : says;
      machine.clients = clients == null ? machine.clients : clients;
      machine.mute = mute;
      machine.unlinked = unlinked;
    }
  }

  /** What an operator observes in it. */
  Observed observed() {
    World world = new World();
    if (before != null) {
      new Operators(world, new Deaths(0, false)).settle(before.wish());
    }
    if (nodes != null) {
      nodes.forEach((id, change) -> change.apply(world.machine(id)));
    }
    if (journal != null) {
      journal.forEach(id -> world.registry.journal().begin(new Journal.Entry(id, id, 0)));
    }
    Observer observer = new Observer(world.ports(), world.clocks().nanos());
    observer.observe(wish.wish());
    for (int i = 0; i < seconds; i++) {
      world.tick();
    }
    return observer.observe(wish.wish());
  }
}
