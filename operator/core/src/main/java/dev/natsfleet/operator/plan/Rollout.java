package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Instances.Instance;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.settings.Blueprint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Nodes that were launched from another template, or in a subnet that is no longer listed, are
 * replaced one after the other, each when all others serve. It waits, and never goes on by a
 * timeout; after two failed launches in a row it stops.
 */
final class Rollout {

  private Rollout() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    List<Node> old =
        situation.inService().stream().filter(n -> outdated(n, situation, blueprint)).toList();
    Optional<Group> group = situation.group();
    if (old.isEmpty() || group.isEmpty()) {
      return;
    }
    if (group.get().failures().inARow() >= Healing.PATIENCE) {
      draft.refuse(Reason.ROLLOUT_FAILED, failed(blueprint, group.get(), old));
      return;
    }
    Node next =
        old.stream()
            .min(
                Comparator.comparing(Node::ready)
                    .thenComparing(Node::clients)
                    .thenComparing(Node::instance))
            .orElseThrow();
    String why =
        "%s is not of template %s or not in a listed subnet; %d to go"
            .formatted(next.instance(), blueprint.templateHash(), old.size());
    if (draft.mayDisrupt() && situation.othersServe(next)) {
      draft.disrupt(new Step.Terminate(next.instance(), Capacity.KEEP, next.serving(), why));
    } else {
      draft.hold();
      draft.await(Reason.RECOVERING, why + "; it is replaced when all others serve");
    }
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

  private static String failed(Blueprint blueprint, Group group, List<Node> old) {
    return "template %s: the last %d launches failed (%s); %d nodes keep their old template; correct spec.nodes"
        .formatted(
            blueprint.templateHash(),
            group.failures().inARow(),
            group.failures().newest(),
            old.size());
  }
}
