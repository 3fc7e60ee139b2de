package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Journal;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Tables;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The two tables; everything but their state is empty until they are active and ours.
 *
 * @param tables their state
 * @param cluster the cluster's row
 * @param revisions of the settings that are stored
 * @param journal steps in flight
 * @param rows of the nodes
 */
public record Registry(
    Tables.State tables,
    Optional<ClusterRow> cluster,
    List<String> revisions,
    List<Journal.Entry> journal,
    List<Row> rows) {

  public Registry {
    revisions = List.copyOf(revisions);
    journal = List.copyOf(journal);
    rows = List.copyOf(rows);
  }

  /** Tables without content, or whose content is not to be read. */
  public static Registry bare(Tables.State tables) {
    return new Registry(tables, Optional.empty(), List.of(), List.of(), List.of());
  }

  /** Whether steps can be noted in the journal. */
  public boolean active() {
    return tables == Tables.State.ACTIVE;
  }

  /** The row that an instance's agent wrote; the liveliest, if its address has changed. */
  public Optional<FleetRow> of(String instance) {
    return rows.stream()
        .flatMap(row -> row.fleet().stream())
        .filter(row -> row.row().beat().who().instance().equals(instance))
        .min(Comparator.comparing(FleetRow::silence));
  }

  /**
   * A row.
   *
   * @param row as it was read
   * @param silence for how long it has not changed before this operator's eyes
   */
  public record Row(NodeRow row, Duration silence) {

    Optional<FleetRow> fleet() {
      return row instanceof NodeRow.Fleet fleet
          ? Optional.of(new FleetRow(fleet, silence))
          : Optional.empty();
    }
  }

  /** The row of one of our agents, and for how long it has not changed. */
  public record FleetRow(NodeRow.Fleet row, Duration silence) {}
}
