package dev.natsfleet.registry;

import java.util.List;
import java.util.Optional;

/**
 * The {@link InMemoryRegistry} as one boot of a node uses it. Its calls are recorded and fail
 * separately from those of other boots.
 */
public final class FaultyNodeRegistry implements NodeRegistry {

  private final String boot;
  private final InMemoryRegistry registry;
  private final FaultInjector faultInjector = new FaultInjector();

  FaultyNodeRegistry(String boot, InMemoryRegistry registry) {
    this.boot = boot;
    this.registry = registry;
  }

  /** Calls and failures of this boot only. */
  public FaultInjector faults() {
    return faultInjector;
  }

  @Override
  public Optional<ClusterRow> cluster() {
    faultInjector.record("cluster");
    return registry.cluster();
  }

  @Override
  public Optional<NodeSettings> settings(String revision) {
    faultInjector.record("settings " + revision);
    return registry.settings(revision);
  }

  @Override
  public NodeRow.Managed register(Heartbeat first) {
    faultInjector.record("register " + own(first.who()).ip());
    return registry.register(first);
  }

  @Override
  public HeartbeatResult beat(Heartbeat next) {
    faultInjector.record("beat " + own(next.who()).ip());
    return registry.beat(next);
  }

  @Override
  public List<NodeRow> rows() {
    faultInjector.record("rows");
    return registry.rows();
  }

  @Override
  public void leave(NodeIdentity who) {
    faultInjector.record("leave " + own(who).ip());
    registry.leave(who);
  }

  private NodeIdentity own(NodeIdentity who) {
    if (!who.boot().equals(boot)) {
      throw new IllegalArgumentException(
          "boot " + boot + " called the registry for boot " + who.boot());
    }
    return who;
  }
}
