package dev.natsfleet.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole registry of one cluster in memory, for tests. It keeps the same contracts as the real
 * one; {@link #faults()} shows its calls and lets them fail. Thread safe.
 */
public final class InMemoryRegistry implements NodeRegistry, NodeRows, ControlTable, Tables {

  private final String owner;
  private final FaultInjector faultInjector = new FaultInjector();
  private final Map<String, NodeRow> rows = new TreeMap<>();
  private final Map<String, NodeSettings> settings = new TreeMap<>();
  private final InMemoryStepJournal journal = new InMemoryStepJournal(faultInjector);
  private final InMemoryTables tables = new InMemoryTables(faultInjector);
  private @Nullable ClusterRow cluster;

  /** The registry of a cluster whose object has the UID {@code uid-1}. */
  public InMemoryRegistry() {
    this("uid-1");
  }

  public InMemoryRegistry(String owner) {
    this.owner = owner;
  }

  /** Calls and failures of the registry as a whole. */
  public FaultInjector faults() {
    return faultInjector;
  }

  /** The registry as one boot of a node uses it; its calls can fail separately. */
  public FaultyNodeRegistry forBoot(String boot) {
    return new FaultyNodeRegistry(boot, this);
  }

  /** The tables as the operator of another owner sees them. */
  public Tables tables(String otherOwner) {
    return tables.as(otherOwner);
  }

  /** Writes a row as an original aws-nats node does: it overwrites the row that is there. */
  public synchronized void put(NodeRow.Original row) {
    rows.put(row.ip(), row);
  }

  @Override
  public synchronized NodeRow.Managed register(Heartbeat first) {
    faultInjector.record("register " + first.who().ip());
    Order kept =
        rows.get(first.who().ip()) instanceof NodeRow.Managed before
                && before.beat().who().instance().equals(first.who().instance())
            ? before.order()
            : null;
    return write(first, kept);
  }

  @Override
  public synchronized HeartbeatResult beat(Heartbeat next) {
    faultInjector.record("beat " + next.who().ip());
    NodeRow.Managed mine = owned(next.who());
    if (mine == null) {
      return new HeartbeatResult.Superseded(rows.get(next.who().ip()));
    }
    boolean late = mine.beat().counter() >= next.counter();
    return new HeartbeatResult.Written(late ? mine : write(next, mine.order()));
  }

  @Override
  public synchronized List<NodeRow> rows() {
    faultInjector.record("rows");
    return new ArrayList<>(rows.values());
  }

  @Override
  public synchronized void leave(NodeIdentity who) {
    faultInjector.record("leave " + who.ip());
    if (owned(who) != null) {
      rows.remove(who.ip());
    }
  }

  @Override
  public synchronized boolean putOrder(NodeIdentity to, Order order) {
    faultInjector.record("putOrder " + to.ip() + " " + order.id());
    NodeRow.Managed row = owned(to);
    if (row == null) {
      return false;
    }
    write(row.beat(), order);
    return true;
  }

  @Override
  public synchronized boolean delete(NodeRow asRead) {
    faultInjector.record("delete " + asRead.ip());
    NodeRow now = rows.get(asRead.ip());
    boolean unchanged =
        now == null || (now.getClass() == asRead.getClass() && now.pulse().equals(asRead.pulse()));
    if (unchanged) {
      rows.remove(asRead.ip());
    }
    return unchanged;
  }

  @Override
  public synchronized Optional<ClusterRow> cluster() {
    faultInjector.record("cluster");
    return Optional.ofNullable(cluster);
  }

  @Override
  public synchronized boolean put(ClusterRow row) {
    faultInjector.record("put cluster " + row.stableRevision());
    if (cluster != null && !cluster.owner().equals(row.owner())) {
      return false;
    }
    cluster = row;
    return true;
  }

  @Override
  public synchronized void changeOwner(String from, String to) {
    faultInjector.record("owner of cluster " + to);
    if (cluster != null && cluster.owner().equals(from)) {
      cluster = new ClusterRow(to, cluster.stableRevision());
    }
  }

  @Override
  public synchronized Optional<NodeSettings> settings(String revision) {
    faultInjector.record("settings " + revision);
    return Optional.ofNullable(settings.get(revision));
  }

  @Override
  public synchronized void put(NodeSettings wanted) {
    faultInjector.record("put settings " + wanted.revision());
    settings.put(wanted.revision(), wanted);
  }

  @Override
  public synchronized List<String> revisions() {
    faultInjector.record("revisions");
    return List.copyOf(settings.keySet());
  }

  @Override
  public synchronized void prune(String revision) {
    faultInjector.record("prune " + revision);
    settings.remove(revision);
  }

  @Override
  public StepJournal journal() {
    return journal;
  }

  @Override
  public State state() {
    return tables.as(owner).state();
  }

  @Override
  public Set<String> holders() {
    return tables.as(owner).holders();
  }

  @Override
  public void create() {
    tables.as(owner).create();
  }

  @Override
  public void release(ReleaseMark mark) {
    tables.as(owner).release(mark);
  }

  @Override
  public void adopt(String holder) {
    tables.as(owner).adopt(holder);
  }

  /** Deletes the tables with their content if the owner's tag is on them. */
  @Override
  public synchronized void delete() {
    if (tables.delete(owner)) {
      rows.clear();
      settings.clear();
      journal.clear();
      cluster = null;
    }
  }

  private NodeRow.Managed write(Heartbeat beat, @Nullable Order order) {
    NodeRow.Managed row = new NodeRow.Managed(beat, order);
    rows.put(row.ip(), row);
    return row;
  }

  private NodeRow.@Nullable Managed owned(NodeIdentity who) {
    return rows.get(who.ip()) instanceof NodeRow.Managed row
            && Objects.equals(row.beat().who().boot(), who.boot())
        ? row
        : null;
  }
}
