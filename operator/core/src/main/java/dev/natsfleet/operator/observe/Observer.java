package dev.natsfleet.operator.observe;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.registry.Liveness;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Tables;
import java.util.List;
import java.util.function.LongSupplier;

/** Looks at the world through the ports, and remembers since when each row has not changed. */
public final class Observer {

  private final Ports ports;
  private final LongSupplier nanos;
  private Liveness liveness = Liveness.NONE;

  /**
   * A new observer has seen nobody yet.
   *
   * @param nanos a monotonic clock
   */
  public Observer(Ports ports, LongSupplier nanos) {
    this.ports = ports;
    this.nanos = nanos;
  }

  /** Takes one look. */
  public Observed observe(Wish wish) {
    return new Observed(
        wish,
        Reading.of(this::cloud),
        Reading.of(() -> found(wish.spec().nodes())),
        watched(),
        Reading.of(ports.endpoints()::observe));
  }

  private Cloud cloud() {
    return new Cloud(
        ports.groups().observe(), ports.templates().observe(), ports.instances().observe());
  }

  private Found found(NodeTemplate nodes) {
    return new Found(
        ports.catalogue().image(nodes.image()),
        ports.catalogue().zones(nodes.subnets()),
        ports.catalogue().securityGroups(nodes.securityGroups()));
  }

  /** What cannot be read tells nothing of how long a node has been silent. */
  private Reading<Registry> watched() {
    Reading<Registry> registry = Reading.of(this::registry);
    if (registry.unread().isPresent()) {
      liveness = liveness.blinded();
    }
    return registry;
  }

  private Registry registry() {
    Tables.State tables = ports.tables().state();
    if (tables != Tables.State.ACTIVE) {
      return Registry.bare(tables);
    }
    List<NodeRow> rows = ports.fleet().rows();
    liveness = liveness.observe(rows, nanos.getAsLong());
    return new Registry(
        tables,
        ports.control().cluster(),
        ports.control().revisions(),
        ports.control().journal().open(),
        rows.stream().map(r -> new Registry.Row(r, liveness.silence(r.ip()))).toList());
  }
}
