package dev.natsfleet.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole registry of one cluster in memory, for tests. It keeps the same contracts as the real
 * one, records calls and fails when told so through {@link #faults()}. Thread safe.
 */
public final class InMemoryRegistry implements NodeRegistry, FleetRows, ControlRows, Tables {

  private final String owner;
  private final Faults faults = new Faults();
  private final Map<String, NodeRow> rows = new TreeMap<>();
  private final Map<String, NodeSettings> settings = new TreeMap<>();
  private final MemoryJournal journal = new MemoryJournal(faults);
  private final MemoryTables tables = new MemoryTables(faults);
  private @Nullable ClusterRow cluster;

  /** The registry of a cluster whose object has the UID {@code uid-1}. */
  public InMemoryRegistry() {
    this("uid-1");
  }

  public InMemoryRegistry(String owner) {
    this.owner = owner;
  }

  /** Calls and failures of the registry as a whole. */
  public Faults faults() {
    return faults;
  }

  /** The registry as one boot of a node sees it: cut off from it by faults of its own. */
  public BootView view(String boot) {
    return new BootView(boot, this);
  }

  /** The tables as somebody else's operator sees them. */
  public Tables tables(String otherOwner) {
    return tables.as(otherOwner);
  }

  /** Writes a row as an original aws-nats node does: over whatever is there. */
  public synchronized void put(NodeRow.Original row) {
    rows.put(row.ip(), row);
  }

  @Override
  public synchronized NodeRow.Fleet register(Heartbeat first) {
    faults.enter("register " + first.who().ip());
    Order kept =
        rows.get(first.who().ip()) instanceof NodeRow.Fleet before
                && before.beat().who().instance().equals(first.who().instance())
            ? before.order()
            : null;
    return write(first, kept);
  }

  @Override
  public synchronized Beat beat(Heartbeat next) {
    faults.enter("beat " + next.who().ip());
    NodeRow.Fleet mine = owned(next.who());
    if (mine == null) {
      return new Beat.Superseded(rows.get(next.who().ip()));
    }
    boolean late = mine.beat().counter() >= next.counter();
    return new Beat.Written(late ? mine : write(next, mine.order()));
  }

  @Override
  public synchronized List<NodeRow> rows() {
    faults.enter("rows");
    return new ArrayList<>(rows.values());
  }

  @Override
  public synchronized void leave(NodeIdentity who) {
    faults.enter("leave " + who.ip());
    if (owned(who) != null) {
      rows.remove(who.ip());
    }
  }

  @Override
  public synchronized boolean give(NodeIdentity to, Order order) {
    faults.enter("give " + to.ip() + " " + order.id());
    NodeRow.Fleet row = owned(to);
    if (row == null) {
      return false;
    }
    write(row.beat(), order);
    return true;
  }

  @Override
  public synchronized boolean forget(NodeRow asRead) {
    faults.enter("forget " + asRead.ip());
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
    faults.enter("cluster");
    return Optional.ofNullable(cluster);
  }

  @Override
  public synchronized boolean put(ClusterRow row) {
    faults.enter("put cluster " + row.stableRevision());
    if (cluster != null
        && !cluster.owner().equals(row.owner())
        && !cluster.owner().startsWith(Released.PREFIX)) {
      return false;
    }
    cluster = row;
    return true;
  }

  @Override
  public synchronized void release(String held, Released mark) {
    faults.enter("release cluster " + mark);
    if (cluster != null && cluster.owner().equals(held)) {
      cluster = new ClusterRow(mark.toString(), cluster.stableRevision());
    }
  }

  @Override
  public synchronized Optional<NodeSettings> settings(String revision) {
    faults.enter("settings " + revision);
    return Optional.ofNullable(settings.get(revision));
  }

  @Override
  public synchronized void put(NodeSettings wanted) {
    faults.enter("put settings " + wanted.revision());
    settings.put(wanted.revision(), wanted);
  }

  @Override
  public synchronized List<String> revisions() {
    faults.enter("revisions");
    return List.copyOf(settings.keySet());
  }

  @Override
  public synchronized void prune(String revision) {
    faults.enter("prune " + revision);
    settings.remove(revision);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public State state() {
    return tables.as(owner).state();
  }

  @Override
  public void create() {
    tables.as(owner).create();
  }

  @Override
  public void release(Released mark) {
    tables.as(owner).release(mark);
  }

  @Override
  public void adopt() {
    tables.as(owner).adopt();
  }

  /** Deletes the tables if they are ours, and what they hold. */
  @Override
  public synchronized void delete() {
    if (tables.delete(owner)) {
      rows.clear();
      settings.clear();
      journal.clear();
      cluster = null;
    }
  }

  private NodeRow.Fleet write(Heartbeat beat, @Nullable Order order) {
    NodeRow.Fleet row = new NodeRow.Fleet(beat, order);
    rows.put(row.ip(), row);
    return row;
  }

  private NodeRow.@Nullable Fleet owned(NodeIdentity who) {
    return rows.get(who.ip()) instanceof NodeRow.Fleet row
            && Objects.equals(row.beat().who().boot(), who.boot())
        ? row
        : null;
  }
}
