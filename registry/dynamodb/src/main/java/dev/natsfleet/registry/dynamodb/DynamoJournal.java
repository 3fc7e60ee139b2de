package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.Journal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The operator's journal in the control table. */
final class DynamoJournal implements Journal {

  private final Table table;

  DynamoJournal(Table table) {
    this.table = table;
  }

  @Override
  public void begin(Entry entry) {
    Change change =
        Change.when("attribute_not_exists(#pk)", Map.of())
            .set(
                Map.of(
                    "step", Attributes.text(entry.step()),
                    "begun", Attributes.number(entry.begun())));
    table.update(ControlReads.stepKey(entry.id()), change);
  }

  @Override
  public void end(String id) {
    table.delete(ControlReads.stepKey(id));
  }

  @Override
  public List<Entry> open() {
    return table.query("step").stream().map(DynamoJournal::entry).toList();
  }

  private static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(
        Attributes.text(item, "sk"),
        Attributes.text(item, "step"),
        Attributes.number(item, "begun"));
  }
}
