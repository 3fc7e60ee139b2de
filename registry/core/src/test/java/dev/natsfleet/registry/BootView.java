package dev.natsfleet.registry;

import java.util.List;
import java.util.Optional;

/** An {@link InMemoryRegistry} as one boot of a node sees it, with calls and faults of its own. */
public final class BootView implements NodeRegistry {

  private final String boot;
  private final InMemoryRegistry registry;
  private final Faults faults = new Faults();

  BootView(String boot, InMemoryRegistry registry) {
    this.boot = boot;
    this.registry = registry;
  }

  /** Calls and failures of this boot alone. */
  public Faults faults() {
    return faults;
  }

  @Override
  public Optional<ClusterRow> cluster() {
    faults.enter("cluster");
    return registry.cluster();
  }

  @Override
  public Optional<NodeSettings> settings(String revision) {
    faults.enter("settings " + revision);
    return registry.settings(revision);
  }

  @Override
  public NodeRow.Fleet register(Heartbeat first) {
    faults.enter("register " + own(first.who()).ip());
    return registry.register(first);
  }

  @Override
  public Beat beat(Heartbeat next) {
    faults.enter("beat " + own(next.who()).ip());
    return registry.beat(next);
  }

  @Override
  public List<NodeRow> rows() {
    faults.enter("rows");
    return registry.rows();
  }

  @Override
  public void leave(NodeIdentity who) {
    faults.enter("leave " + own(who).ip());
    registry.leave(who);
  }

  private NodeIdentity own(NodeIdentity who) {
    if (!who.boot().equals(boot)) {
      throw new IllegalArgumentException("boot " + boot + " speaks for boot " + who.boot());
    }
    return who;
  }
}
