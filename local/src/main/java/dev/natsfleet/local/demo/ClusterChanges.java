package dev.natsfleet.local.demo;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.NodeStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The changes of a cluster's status and events since the last call, one line each. */
final class ClusterChanges {

  private final Set<String> seenEvents = new LinkedHashSet<>();
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private String phase = "";

  /**
   * The lines for everything that has changed since the last call.
   *
   * @param events all events so far, one line each; each is returned once
   */
  List<String> newLines(NatsClusterStatus status, List<String> events) {
    List<String> lines = new ArrayList<>();
    events.stream().filter(seenEvents::add).map(event -> "  event  " + event).forEach(lines::add);
    String now = status.phase() + " (" + status.reason() + ")";
    if (!now.equals(phase)) {
      phase = now;
      lines.add("  phase  " + now);
    }
    status.nodes().forEach(node -> newLines(node, lines));
    removedNodes(status).forEach(id -> lines.add("  node   " + id + " is gone"));
    return lines;
  }

  private void newLines(NodeStatus node, List<String> lines) {
    String now = node.lifecycle() + ", " + node.state() + ", routes " + node.routes();
    if (!now.equals(nodes.put(node.instance(), now))) {
      lines.add("  node   " + node.instance() + " in " + node.zone() + ": " + now);
    }
  }

  private List<String> removedNodes(NatsClusterStatus status) {
    Set<String> here = new LinkedHashSet<>();
    status.nodes().forEach(node -> here.add(node.instance()));
    List<String> gone = nodes.keySet().stream().filter(id -> !here.contains(id)).toList();
    gone.forEach(nodes::remove);
    return gone;
  }
}
