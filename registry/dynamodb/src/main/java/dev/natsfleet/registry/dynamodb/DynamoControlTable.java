package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.ControlTable;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.registry.dynamodb.DynamoTable.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control table in DynamoDB. */
final class DynamoControlTable implements ControlTable {

  private final DynamoTable table;
  private final ControlTableReader reads;

  DynamoControlTable(DynamoTable table) {
    this.table = table;
    this.reads = new ControlTableReader(table);
  }

  @Override
  public Optional<ClusterRow> cluster() {
    return reads.cluster();
  }

  @Override
  public void changeOwner(String from, String to) {
    ConditionalUpdate conditionalUpdate =
        ConditionalUpdate.when("#owner = :held", Map.of(":held", Attributes.text(from)))
            .set(Map.of("owner", Attributes.text(to)));
    table.update(ControlTableReader.clusterKey(), conditionalUpdate);
  }

  @Override
  public boolean put(ClusterRow row) {
    ConditionalUpdate conditionalUpdate =
        ConditionalUpdate.when("attribute_not_exists(#pk) OR #owner = :owner", Map.of())
            .set(
                Map.of(
                    "owner", Attributes.text(row.owner()),
                    "stableRevision", Attributes.text(row.stableRevision())));
    return table.update(ControlTableReader.clusterKey(), conditionalUpdate) instanceof Result.Done;
  }

  @Override
  public void put(NodeSettings settings) {
    ConditionalUpdate conditionalUpdate =
        ConditionalUpdate.when("attribute_not_exists(#pk)", Map.of())
            .set(Map.of("settings", Attributes.text(JsonAttributes.write(settings))));
    table.update(ControlTableReader.settingsKey(settings.revision()), conditionalUpdate);
  }

  @Override
  public List<String> revisions() {
    return table.query("settings").stream().map(item -> Attributes.text(item, "sk")).toList();
  }

  @Override
  public void prune(String revision) {
    table.delete(ControlTableReader.settingsKey(revision));
  }

  @Override
  public StepJournal journal() {
    return new DynamoStepJournal(table);
  }
}
