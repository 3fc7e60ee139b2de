package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.settings.Blueprint;

/**
 * The size of the group. Raising the minimum above the desired capacity raises that, lowering the
 * maximum below it lowers it and lets AWS choose who goes: neither happens here. Down goes the
 * minimum first, then one chosen node after the other, then the maximum.
 */
final class Sizing {

  private Sizing() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    situation.group().ifPresent(group -> write(situation, group, blueprint, draft));
  }

  private static void write(Situation situation, Group group, Blueprint blueprint, Draft draft) {
    Size wanted = wanted(situation, blueprint);
    if (group.size().equals(Size.CLOSED)) {
      Launching.open(situation, blueprint, draft);
      return;
    }
    int present = Math.max(group.desired(), situation.staying().size());
    if (!blueprint.ownsCapacity()) {
      limits(group, wanted, draft);
    } else if (desired(wanted) < present) {
      shrink(situation, group, wanted, draft);
    } else {
      resize(group, wanted, blueprint, draft);
    }
  }

  /** What the user wrote, and one more while a cluster of one node exchanges it. */
  private static Size wanted(Situation situation, Blueprint blueprint) {
    Size size = blueprint.size();
    return Rollout.surges(situation, blueprint) ? new Size(size.min(), 2, size.max()) : size;
  }

  private static void limits(Group group, Size wanted, Draft draft) {
    if (wanted.max() < group.desired()) {
      draft.refuse(
          Reason.MAX_BELOW_DESIRED,
          "spec.core.max: %d is below the desired capacity %d that its external owner has set, and AWS would choose who goes; lower the desired capacity first"
              .formatted(wanted.max(), group.desired()));
    } else if (wanted.min() != group.size().min() || wanted.max() != group.size().max()) {
      draft.step(
          resize(new Size(wanted.min(), null, wanted.max()), group, "the limits are the user's"));
    }
  }

  private static void resize(Group group, Size wanted, Blueprint blueprint, Draft draft) {
    if (!wanted.equals(group.size())) {
      String whose =
          wanted.equals(blueprint.size())
              ? "the size is the user's"
              : "the only node is outdated, and its replacement comes first";
      draft.step(resize(wanted, group, whose));
    }
  }

  /** The group is first held at its members: a larger wish is dropped, a smaller one undone. */
  private static void shrink(Situation situation, Group group, Size wanted, Draft draft) {
    int held = Math.max(desired(wanted), situation.staying().size());
    int max = Math.max(held, Math.max(wanted.max(), group.size().max()));
    if (wanted.min() != group.size().min() || held != group.desired()) {
      String why = "down to %d, without AWS choosing who goes".formatted(desired(wanted));
      draft.step(resize(new Size(wanted.min(), held, max), group, why));
    } else {
      retire(situation, group, wanted, draft);
    }
  }

  private static void retire(Situation situation, Group group, Size wanted, Draft draft) {
    Node victim = Victims.choose(situation);
    String why =
        "desired capacity is %d, wanted %d; %s"
            .formatted(group.desired(), desired(wanted), Victims.why(victim, situation));
    Step.Terminate step =
        new Step.Terminate(victim.instance(), Capacity.SHRINK, victim.serving(), why);
    boolean leaving = situation.nodes().stream().anyMatch(n -> n.member().lifecycle().leaving());
    if (!victim.serving()) {
      draft.hold();
      draft.step(step);
    } else if (draft.mayDisrupt() && !leaving) {
      draft.disrupt(step);
    } else {
      draft.hold();
      draft.await(
          Reason.NODES_LEAVING,
          "scaling from %d to %d: one serving node after the other"
              .formatted(group.desired(), desired(wanted)));
    }
  }

  private static Step.Resize resize(Size size, Group group, String why) {
    return new Step.Resize(size, "size is %s, wanted %s; %s".formatted(group.size(), size, why));
  }

  private static int desired(Size size) {
    Integer desired = size.desired();
    return desired == null ? size.min() : desired;
  }
}
