package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.StepJournal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The operator's journal, stored in the control table. */
final class DynamoStepJournal implements StepJournal {

  private final DynamoTable table;

  DynamoStepJournal(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void begin(Entry entry) {
    ConditionalUpdate conditionalUpdate =
        ConditionalUpdate.when("attribute_not_exists(#pk)", Map.of())
            .set(
                Map.of(
                    "step", Attributes.text(entry.step()),
                    "begun", Attributes.number(entry.begun())));
    table.update(ControlTableReader.stepKey(entry.id()), conditionalUpdate);
  }

  @Override
  public void end(String id) {
    table.delete(ControlTableReader.stepKey(id));
  }

  @Override
  public List<Entry> open() {
    return table.query("step").stream().map(DynamoStepJournal::entry).toList();
  }

  private static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(
        Attributes.text(item, "sk"),
        Attributes.text(item, "step"),
        Attributes.number(item, "begun"));
  }
}
