package dev.natsfleet.local.demo;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.NodeStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what is new since the last look, a line for each change. */
final class Narrator {

  private final Set<String> toldEvents = new LinkedHashSet<>();
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private String phase = "";

  /**
   * What to print after this look.
   *
   * @param events each as a line, told once
   */
  List<String> tell(NatsClusterStatus status, List<String> events) {
    List<String> lines = new ArrayList<>();
    events.stream().filter(toldEvents::add).map(event -> "  event  " + event).forEach(lines::add);
    String now = status.phase() + " (" + status.reason() + ")";
    if (!now.equals(phase)) {
      phase = now;
      lines.add("  phase  " + now);
    }
    status.nodes().forEach(node -> tell(node, lines));
    gone(status).forEach(id -> lines.add("  node   " + id + " is gone"));
    return lines;
  }

  private void tell(NodeStatus node, List<String> lines) {
    String now = node.lifecycle() + ", " + node.state() + ", routes " + node.routes();
    if (!now.equals(nodes.put(node.instance(), now))) {
      lines.add("  node   " + node.instance() + " in " + node.zone() + ": " + now);
    }
  }

  private List<String> gone(NatsClusterStatus status) {
    Set<String> here = new LinkedHashSet<>();
    status.nodes().forEach(node -> here.add(node.instance()));
    List<String> gone = nodes.keySet().stream().filter(id -> !here.contains(id)).toList();
    gone.forEach(nodes::remove);
    return gone;
  }
}
