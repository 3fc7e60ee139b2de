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

  /** Members whose end has not begun. */
  List<Node> staying() {
    return nodes.stream().filter(n -> !n.member().lifecycle().leaving()).toList();
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
    return group().filter(g -> g.desired() == nodes.size()).isPresent()
        && nodes.stream().allMatch(Node::ready);
  }

  /** Whether everybody but this node serves, and nobody comes or leaves. */
  boolean othersServe(Node but) {
    return group().filter(g -> g.desired() == nodes.size()).isPresent()
        && nodes.stream().filter(n -> !n.equals(but)).allMatch(Node::ready);
  }
}
