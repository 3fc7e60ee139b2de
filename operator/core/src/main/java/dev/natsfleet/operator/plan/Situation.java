package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.operator.observe.Cloud;
import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.registry.Journal;
import java.util.List;
import java.util.Optional;

/**
 * What all chapters of a plan look at, once it is known that planning makes sense.
 *
 * @param observed one look at the world
 * @param cloud the AWS side, which was seen
 * @param registry the tables, which were seen
 * @param nodes the members of the group
 */
record Situation(Observed observed, Cloud cloud, Registry registry, List<Node> nodes) {

  Situation {
    nodes = List.copyOf(nodes);
  }

  Wish wish() {
    return observed.wish();
  }

  NatsClusterSpec spec() {
    return wish().spec();
  }

  Optional<Group> group() {
    return cloud.group();
  }

  Optional<Template> template() {
    return cloud.template();
  }

  /** Members that count and whose end has not begun. */
  List<Node> staying() {
    return counting().stream().filter(n -> !n.member().lifecycle().leaving()).toList();
  }

  /** Members without those that somebody has set aside, which hold nothing up. */
  private List<Node> counting() {
    return nodes.stream().filter(n -> !n.member().lifecycle().away()).toList();
  }

  /** Members that the group counts on. */
  List<Node> inService() {
    return nodes.stream().filter(n -> n.member().lifecycle().inService()).toList();
  }

  /** Whether the step was begun and its effect has not been seen. */
  boolean begun(String id) {
    return registry.journal().stream().map(Journal.Entry::id).anyMatch(id::equals);
  }

  /** Whether the group has as many members as it wants, and all of them serve. */
  boolean whole() {
    return complete() && counting().stream().allMatch(Node::ready);
  }

  /** Whether everybody but this node serves, and nobody comes or leaves. */
  boolean othersServe(Node but) {
    return complete() && counting().stream().filter(n -> !n.equals(but)).allMatch(Node::ready);
  }

  private boolean complete() {
    return group().filter(g -> g.desired() == counting().size()).isPresent();
  }
}
