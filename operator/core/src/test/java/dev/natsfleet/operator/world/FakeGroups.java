package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.port.Lifecycle;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.Size;
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

/** The Auto Scaling group of a {@link World}. */
public final class FakeGroups implements NodeGroups {

  /** Every machine that was ever launched. */
  public final List<Machine> machines = new ArrayList<>();

  /** The group as it is; tests change it as somebody at the console would. */
  public @Nullable GroupSpec spec;

  /** Who the group's tag says owns it. */
  public @Nullable String owner = World.OWNER;

  /** Template versions whose instances never come into service. */
  public final Set<Long> broken = new HashSet<>();

  /** How often the group was created. */
  public int created;

  /** How every write fails, or null while they succeed. */
  public @Nullable RuntimeException fault;

  /** How many members were to go without anybody having chosen them. */
  public int unchosen;

  /** Launches that failed since the newest that succeeded, the newest first. */
  public final List<String> failures = new ArrayList<>();

  @Override
  public Optional<Group> observe() {
    return Optional.ofNullable(spec).map(this::group);
  }

  private Group group(GroupSpec now) {
    Map<String, Hook> hooks =
        now.hooks().stream().collect(Collectors.toMap(Hook::name, Function.identity()));
    return new Group(
        owner,
        false,
        now.size(),
        now.templateVersion(),
        now.subnets(),
        hooks,
        now.tags(),
        now.protectedFromScaleIn(),
        now.suspended(),
        members().stream().map(Machine::asMember).toList(),
        new Group.Failures(failures, failures.isEmpty() ? "" : "abandoned by its launch hook"));
  }

  /** The machines that are members. */
  public List<Machine> members() {
    return machines.stream().filter(Machine::member).toList();
  }

  @Override
  public void create(GroupSpec wanted) {
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
  public void correct(GroupSpec wanted, Set<GroupField> fields) {
    admit();
    GroupSpec now = existing();
    spec =
        new GroupSpec(
            now.size(),
            fields.contains(GroupField.TEMPLATE) ? wanted.templateVersion() : now.templateVersion(),
            fields.contains(GroupField.SUBNETS) ? wanted.subnets() : now.subnets(),
            fields.contains(GroupField.HOOKS) ? wanted.hooks() : now.hooks(),
            fields.contains(GroupField.TAGS) ? wanted.tags() : now.tags(),
            fields.contains(GroupField.PROTECTION)
                ? wanted.protectedFromScaleIn()
                : now.protectedFromScaleIn(),
            fields.contains(GroupField.SUSPENDED) ? wanted.suspended() : now.suspended());
  }

  @Override
  public void resize(Size size) {
    admit();
    GroupSpec now = existing();
    int before = desired(now.size());
    int kept = Math.clamp(before, size.min(), size.max());
    Integer wanted = size.desired();
    spec = with(now, new Size(size.min(), wanted == null ? kept : wanted, size.max()));
  }

  @Override
  public void terminate(String instance, Capacity capacity) {
    admit();
    Optional<Machine> victim =
        members().stream().filter(m -> m.id.equals(instance) && !m.lifecycle.leaving()).findFirst();
    victim.ifPresent(machine -> terminate(machine, capacity));
  }

  private void terminate(Machine machine, Capacity capacity) {
    GroupSpec now = existing();
    if (capacity == Capacity.SHRINK) {
      int desired = desired(now.size()) - 1;
      if (desired < now.size().min()) {
        throw new PortException(Kind.INVALID, "desired would fall below min");
      }
      spec = with(now, new Size(now.size().min(), desired, now.size().max()));
    }
    machine.lifecycle = Lifecycle.TERMINATING_WAIT;
  }

  @Override
  public void delete() {
    if (spec != null && !members().isEmpty()) {
      throw new PortException(Kind.CONFLICT, "the group has members");
    }
    spec = null;
  }

  /** Launches what is missing, and lets AWS choose a victim where nothing is protected. */
  void balance() {
    if (spec == null) {
      return;
    }
    List<Machine> staying =
        members().stream().filter(m -> !m.lifecycle.leaving() && !m.lifecycle.away()).toList();
    int desired = desired(spec.size());
    for (int i = staying.size(); i < desired; i++) {
      launch(spec);
    }
    unchosen += Math.max(0, staying.size() - desired);
    if (!spec.protectedFromScaleIn()) {
      staying.stream()
          .limit(Math.max(0, staying.size() - desired))
          .forEach(m -> m.lifecycle = Lifecycle.TERMINATING_WAIT);
    }
  }

  private void launch(GroupSpec now) {
    Map<String, Long> used = new HashMap<>();
    members().forEach(m -> used.merge(m.subnet, 1L, Long::sum));
    String subnet =
        now.subnets().stream()
            .min(
                Comparator.<String>comparingLong(s -> used.getOrDefault(s, 0L))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    String zone = World.ZONES.getOrDefault(subnet, "zone-x");
    machines.add(new Machine(machines.size() + 1, zone, subnet, now.templateVersion()));
  }

  /** Does what a person with the console does to the size. */
  public void setDesired(int desired) {
    GroupSpec now = existing();
    spec = with(now, new Size(now.size().min(), desired, now.size().max()));
  }

  /** The group's desired capacity. */
  public int desired() {
    return spec == null ? 0 : desired(spec.size());
  }

  private static int desired(Size size) {
    return Objects.requireNonNull(size.desired());
  }

  private static GroupSpec with(GroupSpec now, Size size) {
    return new GroupSpec(
        size,
        now.templateVersion(),
        now.subnets(),
        now.hooks(),
        now.tags(),
        now.protectedFromScaleIn(),
        now.suspended());
  }

  private void admit() {
    if (fault != null) {
      throw fault;
    }
  }

  private GroupSpec existing() {
    if (spec == null) {
      throw new PortException(Kind.NOT_FOUND, "there is no group");
    }
    return spec;
  }
}
