package dev.natsfleet.registry.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.PortException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads of the control table that nodes and operator share, and the keys of its items. */
final class ControlTableReader {

  private final DynamoTable table;

  ControlTableReader(DynamoTable table) {
    this.table = table;
  }

  static Map<String, AttributeValue> clusterKey() {
    return key("cluster", "cluster");
  }

  static Map<String, AttributeValue> settingsKey(String revision) {
    return key("settings", revision);
  }

  static Map<String, AttributeValue> stepKey(String id) {
    return key("step", id);
  }

  Optional<ClusterRow> cluster() {
    return table
        .get(clusterKey())
        .map(
            item ->
                new ClusterRow(
                    Attributes.text(item, "owner"), Attributes.text(item, "stableRevision")));
  }

  Optional<NodeSettings> settings(String revision) {
    return table.get(settingsKey(revision)).map(item -> read(Attributes.text(item, "settings")));
  }

  private NodeSettings read(String json) {
    try {
      return JsonAttributes.read(json, NodeSettings.class);
    } catch (JsonProcessingException e) {
      throw new PortException(
          PortException.Kind.INVALID, "settings in table " + table.name() + " cannot be read", e);
    }
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", Attributes.text(partition), "sk", Attributes.text(sort));
  }
}
