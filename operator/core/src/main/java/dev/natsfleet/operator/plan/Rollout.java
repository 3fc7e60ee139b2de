package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Instances.Instance;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.settings.Blueprint;
import dev.natsfleet.registry.Journal;
import dev.natsfleet.registry.NodeReport;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Nodes that were launched from another template, or in a subnet that is no longer listed, are
 * replaced one after the other, each when all others serve. It waits, and never goes on by a
 * timeout; after two failed launches in a row it goes back to the template that serves.
 */
final class Rollout {

  private Rollout() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    Optional<Group> group = situation.group();
    if (group.isEmpty()) {
      return;
    }
    List<Node> old = old(situation, blueprint);
    Optional<Journal.Entry> givenUp = Rollback.inForce(situation, blueprint);
    if (givenUp.isPresent()) {
      draft.refuse(Reason.ROLLOUT_FAILED, failed(givenUp.get(), situation, blueprint));
    } else if (!old.isEmpty() && failing(situation, blueprint)) {
      giveUp(situation, blueprint, old, draft);
    } else if (!old.isEmpty()) {
      replace(old, situation, blueprint, draft);
    }
    boolean done = old.isEmpty() && group.get().failures().inARow() == 0;
    Rollback.tidy(situation, blueprint, done, draft);
  }

  /** Whether the group launches from the wanted template, and in vain. */
  private static boolean failing(Situation situation, Blueprint blueprint) {
    long wanted = Launching.wanted(situation, blueprint).number();
    return situation.group().map(Group::templateVersion).filter(v -> v == wanted).isPresent()
        && Rollback.failures(situation, blueprint) >= Healing.PATIENCE;
  }

  /**
   * Whether a cluster of one node gets its new node before the old one goes: an exchange the other
   * way round would interrupt service.
   */
  static boolean surges(Situation situation, Blueprint blueprint) {
    return blueprint.ownsCapacity()
        && Objects.equals(blueprint.size().desired(), 1)
        && blueprint.size().max() > 1
        && Rollback.inForce(situation, blueprint).isEmpty()
        && !old(situation, blueprint).isEmpty();
  }

  private static List<Node> old(Situation situation, Blueprint blueprint) {
    return situation.inService().stream().filter(n -> outdated(n, situation, blueprint)).toList();
  }

  private static void replace(
      List<Node> old, Situation situation, Blueprint blueprint, Draft draft) {
    Node next =
        old.stream()
            .min(
                Comparator.comparing(Node::ready)
                    .thenComparing(Node::clients)
                    .thenComparing(Node::instance))
            .orElseThrow();
    int staying = situation.staying().size();
    boolean surges = surges(situation, blueprint);
    String why =
        "%s is not of template %s or not in a listed subnet; %d to go%s"
            .formatted(
                next.instance(),
                blueprint.templateHash(),
                old.size(),
                staying == 1 && !surges ? interruption() : "");
    if (draft.mayDisrupt() && situation.othersServe(next) && (staying > 1 || !surges)) {
      Capacity capacity = surges && old.size() == 1 ? Capacity.SHRINK : Capacity.KEEP;
      draft.disrupt(new Step.Terminate(next.instance(), capacity, next.serving(), why));
    } else {
      draft.hold();
      draft.await(Reason.RECOVERING, why + "; it is replaced when all others serve");
    }
  }

  private static String interruption() {
    return "; it is the only node: clients have no server until its replacement serves (with"
        + " spec.core.max of 2 or more and capacityOwner Operator the replacement comes first)";
  }

  private static boolean outdated(Node node, Situation situation, Blueprint blueprint) {
    return !templateHash(node, situation).equals(Optional.of(blueprint.templateHash()))
        || situation
            .cloud()
            .instance(node.instance())
            .map(Instance::subnet)
            .filter(subnet -> !situation.spec().nodes().subnets().contains(subnet))
            .isPresent();
  }

  private static Optional<String> templateHash(Node node, Situation situation) {
    Long number = node.member().templateVersion();
    return situation.template().stream()
        .flatMap(t -> t.versions().stream())
        .filter(v -> number != null && v.number() == number)
        .map(Template.Version::hash)
        .findFirst();
  }

  private static void giveUp(
      Situation situation, Blueprint blueprint, List<Node> old, Draft draft) {
    Template.Version wanted = Launching.wanted(situation, blueprint);
    String trouble = trouble(situation, blueprint, wanted);
    Optional<Template.Version> back = Rollback.fallback(situation, wanted);
    if (back.isPresent()) {
      draft.step(
          new Step.RollBack(
              blueprint.group(situation.spec().nodes(), back.get()),
              wanted.hash(),
              situation.wish().generation(),
              trouble,
              "%d nodes keep template %s, which serves".formatted(old.size(), back.get().hash())));
    } else {
      draft.refuse(
          Reason.ROLLOUT_FAILED,
          "template %s: %s; %d nodes keep their old template; correct spec.nodes"
              .formatted(wanted.hash(), trouble, old.size()));
    }
  }

  /** What AWS says of the launches, and what the agents that did not come up say. */
  private static String trouble(Situation situation, Blueprint blueprint, Template.Version wanted) {
    String said =
        situation.nodes().stream()
            .filter(n -> Objects.equals(n.member().templateVersion(), wanted.number()))
            .filter(n -> !n.serving())
            .flatMap(n -> n.report().map(NodeReport::why).filter(w -> !w.isEmpty()).stream())
            .map(why -> ", its agent says: " + why)
            .distinct()
            .collect(Collectors.joining());
    return "the last %d launches failed (%s)%s"
        .formatted(
            Rollback.failures(situation, blueprint),
            situation.group().map(g -> g.failures().message()).orElse(""),
            said);
  }

  private static String failed(Journal.Entry givenUp, Situation situation, Blueprint blueprint) {
    return "%s; nodes are launched from template %s again; correct spec.nodes: any change of the specification tries it anew"
        .formatted(givenUp.step(), Rollback.target(situation, blueprint).hash());
  }
}
