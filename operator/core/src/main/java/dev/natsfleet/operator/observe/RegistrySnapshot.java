package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.registry.Tables;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two tables; everything but their state is empty until they are active and ours.
 *
 * @param tables their state
 * @param holders whom the tables belong to that are not ours; an empty string for nobody known
 * @param cluster the cluster's row
 * @param revisions of the settings that are stored
 * @param journal steps in flight
 * @param rows of the nodes
 * @param rowless for how long members have been in service without a row, by instance id, as far as
 *     this operator has seen
 */
public record RegistrySnapshot(
    Tables.State tables,
    Set<String> holders,
    Optional<ClusterRow> cluster,
    List<String> revisions,
    List<StepJournal.Entry> journal,
    List<Row> rows,
    Map<String, Duration> rowless) {

  public RegistrySnapshot {
    holders = Set.copyOf(holders);
    revisions = List.copyOf(revisions);
    journal = List.copyOf(journal);
    rows = List.copyOf(rows);
    rowless = Map.copyOf(rowless);
  }

  /** Tables that have no content yet, or are not ours to read. */
  public static RegistrySnapshot withoutContent(Tables.State tables, Set<String> holders) {
    return new RegistrySnapshot(
        tables, holders, Optional.empty(), List.of(), List.of(), List.of(), Map.of());
  }

  /** Whether steps can be noted in the journal. */
  public boolean isActive() {
    return tables == Tables.State.ACTIVE;
  }

  /** The same, with this knowledge of members without a row. */
  RegistrySnapshot withRowless(Map<String, Duration> since) {
    return new RegistrySnapshot(tables, holders, cluster, revisions, journal, rows, since);
  }

  /** The row that the instance's agent wrote; the newest, if its address has changed. */
  public Optional<ManagedRow> rowOf(String instance) {
    return rows.stream()
        .flatMap(row -> row.managed().stream())
        .filter(row -> row.row().beat().who().instance().equals(instance))
        .min(Comparator.comparing(ManagedRow::silence));
  }

  /**
   * A row.
   *
   * @param row as it was read
   * @param silence for how long it has not changed, as far as this operator has seen
   * @param age how old what it says may be
   */
  public record Row(NodeRow row, Duration silence, Duration age) {

    Optional<ManagedRow> managed() {
      return row instanceof NodeRow.Managed managed
          ? Optional.of(new ManagedRow(managed, silence, age))
          : Optional.empty();
    }
  }

  /** The row of one of our agents, for how long it has not changed, and how old it may be. */
  public record ManagedRow(NodeRow.Managed row, Duration silence, Duration age) {}
}
