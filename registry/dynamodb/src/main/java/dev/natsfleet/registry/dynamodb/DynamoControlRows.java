package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.ControlRows;
import dev.natsfleet.registry.Journal;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Released;
import dev.natsfleet.registry.dynamodb.Table.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control table as the operator uses it. */
final class DynamoControlRows implements ControlRows {

  private final Table table;
  private final ControlReads reads;

  DynamoControlRows(Table table) {
    this.table = table;
    this.reads = new ControlReads(table);
  }

  @Override
  public Optional<ClusterRow> cluster() {
    return reads.cluster();
  }

  @Override
  public void release(String owner, Released mark) {
    Change change =
        Change.when("#owner = :held", Map.of(":held", Attributes.text(owner)))
            .set(Map.of("owner", Attributes.text(mark.toString())));
    table.update(ControlReads.clusterKey(), change);
  }

  @Override
  public boolean put(ClusterRow row) {
    Change change =
        Change.when(
                "attribute_not_exists(#pk) OR #owner = :owner OR begins_with(#owner, :released)",
                Map.of(":released", Attributes.text(Released.PREFIX)))
            .set(
                Map.of(
                    "owner", Attributes.text(row.owner()),
                    "stableRevision", Attributes.text(row.stableRevision())));
    return table.update(ControlReads.clusterKey(), change) instanceof Result.Done;
  }

  @Override
  public void put(NodeSettings settings) {
    Change change =
        Change.when("attribute_not_exists(#pk)", Map.of())
            .set(Map.of("settings", Attributes.text(Json.write(settings))));
    table.update(ControlReads.settingsKey(settings.revision()), change);
  }

  @Override
  public List<String> revisions() {
    return table.query("settings").stream().map(item -> Attributes.text(item, "sk")).toList();
  }

  @Override
  public void prune(String revision) {
    table.delete(ControlReads.settingsKey(revision));
  }

  @Override
  public Journal journal() {
    return new DynamoJournal(table);
  }
}
