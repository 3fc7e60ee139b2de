package dev.natsfleet.operator.desired;

import dev.natsfleet.registry.NodeSettings;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The revision of node settings: a hash of every component of the record and of the records in it,
 * by name. A component that is added counts without a change here.
 *
 * <p>A component that is null is left out. A new optional setting that the user does not write
 * therefore keeps the revision, and no fleet is rolled by an upgrade of the operator.
 */
final class SettingsRevision {

  /** It is the result and not a part of the content. */
  private static final String REVISION = "revision";

  private SettingsRevision() {}

  /** The revision of these settings, whatever {@link NodeSettings#revision} says. */
  static String of(NodeSettings settings) {
    Map<String, Object> content = new TreeMap<>();
    collect(settings, content);
    content.remove(REVISION);
    return ShortHash.of(CanonicalJson.write(content));
  }

  private static void collect(Record settings, Map<String, Object> content) {
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = read(component, settings);
      if (value instanceof Record part) {
        collect(part, content);
      } else if (value != null && content.put(component.getName(), value) != null) {
        throw new IllegalStateException(
            "two settings are named " + component.getName() + "; rename one of them");
      }
    }
  }

  private static @Nullable Object read(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record can be read: " + owner.getClass(), e);
    }
  }
}
