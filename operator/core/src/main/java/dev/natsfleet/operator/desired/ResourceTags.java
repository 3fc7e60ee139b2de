package dev.natsfleet.operator.desired;

import dev.natsfleet.registry.ClusterId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags that mark resources as ours, and the user's tags beside them. */
public final class ResourceTags {

  /** {@code <namespace>/<name>} of the cluster. */
  public static final String CLUSTER = "natsfleet:cluster";

  /** The pool; {@code core}. */
  public static final String POOL = "natsfleet:pool";

  /** {@code <fleet id>/<namespace>/<name>}; what carries another is never touched. */
  public static final String OWNER = "natsfleet:owner";

  /** Hash of what the launch template version was made from. */
  public static final String TEMPLATE = "natsfleet:template";

  private ResourceTags() {}

  static SortedMap<String, String> owned(ClusterId id, String owner, Map<String, String> users) {
    SortedMap<String, String> tags = new TreeMap<>(users);
    tags.putIfAbsent("Name", id.awsName() + ".core");
    tags.put(CLUSTER, id.toString());
    tags.put(POOL, "core");
    tags.put(OWNER, owner);
    return tags;
  }

  static SortedMap<String, String> with(SortedMap<String, String> tags, String hash) {
    SortedMap<String, String> more = new TreeMap<>(tags);
    more.put(TEMPLATE, hash);
    return more;
  }
}
