package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Auto Scaling group of a {@link FakeWorld}. */
public final class FakeGroups implements NodeGroups {

  /** Every machine that was ever launched. */
  public final List<FakeMachine> machines = new ArrayList<>();

  /** The group as it is; tests change it as somebody at the console would. */
  public @Nullable NodeGroupSpec spec;

  /** Who the group's tag says owns it. */
  public @Nullable String owner = FakeWorld.OWNER;

  /** Template versions whose instances never come into service. */
  public final Set<Long> broken = new HashSet<>();

  /** How often the group was created. */
  public int created;

  /** How every write fails, or null while they succeed. */
  public @Nullable RuntimeException writeFailure;

  /** How many members were to go without anybody having chosen them. */
  public int unchosen;

  /** How every read fails, or null while they succeed. */
  public @Nullable RuntimeException readFailure;

  /** How many of the next completions of a hook come before its wait is known. */
  public int earlyCompletions;

  /** How many of the next answers do not list the group although it is there. */
  public int hidden;

  /** Launches that failed since the newest that succeeded, the newest first. */
  public final List<String> failures = new ArrayList<>();

  /** Subnets in which nothing can be launched. */
  public final Set<String> closed = new HashSet<>();

  /** What AWS says about capacity while it has none, or an empty string. */
  public String shortage = "";

  @Override
  public Optional<NodeGroup> observe() {
    if (readFailure != null) {
      throw readFailure;
    }
    if (hidden > 0) {
      hidden--;
      return Optional.empty();
    }
    return Optional.ofNullable(spec).map(this::group);
  }

  private NodeGroup group(NodeGroupSpec now) {
    Map<String, LifecycleHook> hooks =
        now.hooks().stream().collect(Collectors.toMap(LifecycleHook::name, Function.identity()));
    return new NodeGroup(
        owner,
        false,
        now.size(),
        FakeLaunchTemplates.ID,
        now.templateVersion(),
        now.subnets(),
        hooks,
        now.tags(),
        now.protectedFromScaleIn(),
        now.suspended(),
        members().stream().map(FakeMachine::asMember).toList(),
        isShortOfMembers(now)
            ? new NodeGroup.Failures(
                failures, failures.isEmpty() ? "" : "abandoned by its launch hook", shortage)
            : NodeGroup.Failures.NONE);
  }

  /** Only then the activities of the group are read. */
  private boolean isShortOfMembers(NodeGroupSpec now) {
    return members().stream().filter(m -> m.lifecycle.isInService()).count() < desired(now.size());
  }

  /** The machines that are members. */
  public List<FakeMachine> members() {
    return machines.stream().filter(FakeMachine::isMember).toList();
  }

  @Override
  public String newestFailure() {
    return failures.isEmpty() ? "" : failures.getFirst();
  }

  @Override
  public void create(NodeGroupSpec wanted) {
    admit();
    if (spec != null) {
      throw new PortException(Kind.CONFLICT, "the group exists");
    }
    if (wanted.templateVersion() == 0) {
      throw new PortException(Kind.INVALID, "there is no template version 0");
    }
    spec = wanted;
    owner = wanted.tags().get("natsfleet:owner");
    created++;
  }

  @Override
  public void correct(NodeGroupSpec wanted, Set<NodeGroupField> fields) {
    admit();
    NodeGroupSpec now = existing();
    spec =
        new NodeGroupSpec(
            now.size(),
            fields.contains(NodeGroupField.TEMPLATE)
                ? wanted.templateVersion()
                : now.templateVersion(),
            fields.contains(NodeGroupField.SUBNETS) ? wanted.subnets() : now.subnets(),
            fields.contains(NodeGroupField.HOOKS) ? wanted.hooks() : now.hooks(),
            fields.contains(NodeGroupField.TAGS) ? wanted.tags() : now.tags(),
            fields.contains(NodeGroupField.PROTECTION)
                ? wanted.protectedFromScaleIn()
                : now.protectedFromScaleIn(),
            fields.contains(NodeGroupField.SUSPENDED) ? wanted.suspended() : now.suspended());
  }

  @Override
  public void setOwner(String next) {
    admit();
    owner = next;
  }

  @Override
  public void resize(GroupSize size) {
    admit();
    NodeGroupSpec now = existing();
    int before = desired(now.size());
    int kept = Math.clamp(before, size.min(), size.max());
    Integer wanted = size.desired();
    spec = with(now, new GroupSize(size.min(), wanted == null ? kept : wanted, size.max()));
  }

  @Override
  public void terminate(String instance, CapacityPolicy capacity) {
    admit();
    Optional<FakeMachine> victim =
        members().stream()
            .filter(m -> m.id.equals(instance) && !m.lifecycle.isLeaving())
            .findFirst();
    victim.ifPresent(machine -> terminate(machine, capacity));
  }

  private void terminate(FakeMachine machine, CapacityPolicy capacity) {
    NodeGroupSpec now = existing();
    if (capacity == CapacityPolicy.SHRINK) {
      int desired = desired(now.size()) - 1;
      if (desired < now.size().min()) {
        throw new PortException(Kind.INVALID, "desired would fall below min");
      }
      spec = with(now, new GroupSize(now.size().min(), desired, now.size().max()));
    }
    machine.lifecycle = LifecycleState.TERMINATING_WAIT;
  }

  @Override
  public void completeHook(String instance, String hook, HookResult result) {
    admit();
    FakeMachine waiting =
        members().stream()
            .filter(m -> m.id.equals(instance) && m.isWaitingIn(hook))
            .findFirst()
            .filter(m -> earlyCompletions == 0)
            .orElseThrow(this::noActiveAction);
    waiting.lifecycle =
        waiting.lifecycle == LifecycleState.PENDING_WAIT && result == HookResult.CONTINUE
            ? LifecycleState.IN_SERVICE
            : LifecycleState.TERMINATED;
  }

  private PortException noActiveAction() {
    earlyCompletions = Math.max(0, earlyCompletions - 1);
    return new PortException(Kind.CONFLICT, "No active Lifecycle Action found");
  }

  @Override
  public void delete() {
    if (spec != null && !members().isEmpty()) {
      throw new PortException(Kind.CONFLICT, "the group has members");
    }
    spec = null;
  }

  /** Does what a person does who deletes the hooks. */
  public void dropHooks() {
    NodeGroupSpec now = existing();
    spec =
        new NodeGroupSpec(
            now.size(),
            now.templateVersion(),
            now.subnets(),
            List.of(),
            now.tags(),
            now.protectedFromScaleIn(),
            now.suspended());
  }

  /** Does what a person does who deletes the group with its members. */
  public void vanish() {
    members().forEach(machine -> machine.lifecycle = LifecycleState.TERMINATED);
    spec = null;
  }

  /** Launches what is missing, and lets AWS choose who goes where nothing is protected. */
  void balance() {
    if (spec == null) {
      return;
    }
    List<FakeMachine> staying =
        members().stream().filter(m -> !m.lifecycle.isLeaving() && !m.lifecycle.isAway()).toList();
    int desired = desired(spec.size());
    for (int i = staying.size(); shortage.isEmpty() && i < desired; i++) {
      launch(spec);
    }
    unchosen += Math.max(0, staying.size() - desired);
    if (!spec.protectedFromScaleIn()) {
      staying.stream()
          .limit(Math.max(0, staying.size() - desired))
          .forEach(m -> m.lifecycle = LifecycleState.TERMINATING_WAIT);
    }
  }

  private void launch(NodeGroupSpec now) {
    Map<String, Long> used = new HashMap<>();
    members().forEach(m -> used.merge(m.subnet, 1L, Long::sum));
    String subnet =
        now.subnets().stream()
            .filter(s -> !closed.contains(s))
            .min(
                Comparator.<String>comparingLong(s -> used.getOrDefault(s, 0L))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    String zone = FakeWorld.ZONES.getOrDefault(subnet, "zone-x");
    FakeMachine machine = new FakeMachine(machines.size() + 1, zone, subnet, now.templateVersion());
    machine.tags.putAll(now.tags());
    machines.add(machine);
  }

  /** Does what a person with the console does to the size. */
  public void setDesired(int desired) {
    NodeGroupSpec now = existing();
    spec = with(now, new GroupSize(now.size().min(), desired, now.size().max()));
  }

  /** The group's desired capacity. */
  public int desired() {
    return spec == null ? 0 : desired(spec.size());
  }

  private static int desired(GroupSize size) {
    return Objects.requireNonNull(size.desired());
  }

  private static NodeGroupSpec with(NodeGroupSpec now, GroupSize size) {
    return new NodeGroupSpec(
        size,
        now.templateVersion(),
        now.subnets(),
        now.hooks(),
        now.tags(),
        now.protectedFromScaleIn(),
        now.suspended());
  }

  private void admit() {
    if (writeFailure != null) {
      throw writeFailure;
    }
  }

  private NodeGroupSpec existing() {
    if (spec == null) {
      throw new PortException(Kind.NOT_FOUND, "there is no group");
    }
    return spec;
  }
}
