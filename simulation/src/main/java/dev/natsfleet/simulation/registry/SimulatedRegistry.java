package dev.natsfleet.simulation.registry;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.ControlTable;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeRows;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.ReleaseMark;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.registry.Tables;
import dev.natsfleet.simulation.clock.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The registry of one cluster, as its operators and its nodes use it. */
public final class SimulatedRegistry implements NodeRegistry, NodeRows, ControlTable {

  private final SimulatedTables tables;
  private final SimulatedJournal journal;
  private final SortedMap<String, NodeRow> rows = new TreeMap<>();
  private final SortedMap<String, NodeSettings> settings = new TreeMap<>();
  private @Nullable ClusterRow cluster;

  /**
   * A Region without the cluster's tables.
   *
   * @param creation how long it takes until they are active
   */
  public SimulatedRegistry(VirtualClock clock, Duration creation) {
    tables = new SimulatedTables(clock, creation);
    journal = new SimulatedJournal(tables);
  }

  /** The tables as the operator of this owner sees them. */
  public Tables tables(String owner) {
    return new OwnedTables(owner);
  }

  /** Deletes the tables, as a person at the console does. */
  public void drop() {
    tables.drop();
    clear();
  }

  /** Deletes every row of a node, as a person at the console does. */
  public void dropRows() {
    rows.clear();
  }

  /** Deletes the row of one address, as a person at the console does. */
  public void dropRow(String ip) {
    rows.remove(ip);
  }

  /** Deletes the cluster's own row, as a person at the console does. */
  public void dropCluster() {
    cluster = null;
  }

  /** Deletes all stored settings, as a person at the console does. */
  public void dropSettings() {
    settings.clear();
  }

  /** Deletes the operator's journal, as a person at the console does. */
  public void dropJournal() {
    journal.clear();
  }

  /** Writes a row as an original aws-nats node does. */
  public void put(NodeRow.Original row) {
    rows.put(row.ip(), row);
  }

  /** Settings that were stored, whether the tables can be read now or not. */
  public Optional<NodeSettings> stored(String revision) {
    return Optional.ofNullable(settings.get(revision));
  }

  private void clear() {
    rows.clear();
    settings.clear();
    journal.clear();
    cluster = null;
  }

  @Override
  public NodeRow.Managed register(Heartbeat first) {
    tables.requireActive();
    Optional<Order> kept =
        managed(first.who().ip())
            .filter(row -> row.beat().who().instance().equals(first.who().instance()))
            .map(NodeRow.Managed::order);
    return write(first, kept.orElse(null));
  }

  @Override
  public HeartbeatResult beat(Heartbeat next) {
    tables.requireActive();
    Optional<NodeRow.Managed> own = own(next.who());
    if (own.isEmpty()) {
      return new HeartbeatResult.Superseded(rows.get(next.who().ip()));
    }
    NodeRow.Managed row = own.get();
    return new HeartbeatResult.Written(
        row.beat().counter() < next.counter() ? write(next, row.order()) : row);
  }

  @Override
  public List<NodeRow> rows() {
    tables.requireActive();
    return List.copyOf(rows.values());
  }

  @Override
  public void leave(NodeIdentity who) {
    tables.requireActive();
    own(who).ifPresent(row -> rows.remove(row.ip()));
  }

  @Override
  public boolean putOrder(NodeIdentity to, Order order) {
    tables.requireActive();
    return own(to).map(row -> write(row.beat(), order)).isPresent();
  }

  @Override
  public boolean delete(NodeRow asRead) {
    tables.requireActive();
    NodeRow now = rows.get(asRead.ip());
    boolean changed =
        now != null && (now.getClass() != asRead.getClass() || !now.pulse().equals(asRead.pulse()));
    if (changed) {
      return false;
    }
    rows.remove(asRead.ip());
    return true;
  }

  @Override
  public Optional<ClusterRow> cluster() {
    tables.requireActive();
    return Optional.ofNullable(cluster);
  }

  @Override
  public void changeOwner(String from, String to) {
    tables.requireActive();
    if (cluster != null && cluster.owner().equals(from)) {
      cluster = new ClusterRow(to, cluster.stableRevision());
    }
  }

  @Override
  public boolean put(ClusterRow row) {
    tables.requireActive();
    boolean free = cluster == null || cluster.owner().equals(row.owner());
    cluster = free ? row : cluster;
    return free;
  }

  @Override
  public Optional<NodeSettings> settings(String revision) {
    tables.requireActive();
    return Optional.ofNullable(settings.get(revision));
  }

  @Override
  public void put(NodeSettings wanted) {
    tables.requireActive();
    settings.put(wanted.revision(), wanted);
  }

  @Override
  public List<String> revisions() {
    tables.requireActive();
    return List.copyOf(settings.keySet());
  }

  @Override
  public void prune(String revision) {
    tables.requireActive();
    settings.remove(revision);
  }

  @Override
  public StepJournal journal() {
    return journal;
  }

  private NodeRow.Managed write(Heartbeat beat, @Nullable Order order) {
    NodeRow.Managed row = new NodeRow.Managed(beat, order);
    rows.put(row.ip(), row);
    return row;
  }

  private Optional<NodeRow.Managed> managed(String ip) {
    return Optional.ofNullable(rows.get(ip))
        .filter(NodeRow.Managed.class::isInstance)
        .map(NodeRow.Managed.class::cast);
  }

  private Optional<NodeRow.Managed> own(NodeIdentity who) {
    return managed(who.ip()).filter(row -> row.beat().who().boot().equals(who.boot()));
  }

  private final class OwnedTables implements Tables {

    private final String owner;

    OwnedTables(String owner) {
      this.owner = owner;
    }

    @Override
    public State state() {
      return tables.state(owner);
    }

    @Override
    public Set<String> holders() {
      return tables.holders(owner);
    }

    @Override
    public void create() {
      tables.create(owner);
    }

    @Override
    public void release(ReleaseMark mark) {
      if (tables.isOwnedBy(owner)) {
        tables.setTag(mark.toString());
      }
    }

    @Override
    public void adopt(String holder) {
      if (tables.isOwnedBy(holder)) {
        tables.setTag(owner);
      }
    }

    @Override
    public void delete() {
      if (tables.isOwnedBy(owner)) {
        drop();
      }
    }
  }
}
