package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Instance.StateReason;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.PropagatedView;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Instances and their states: pending → running → shutting-down → terminated. A terminated instance
 * is removed after a while.
 */
public final class InstanceStore {

  private final World world;
  private final LaunchValidator checks;
  private final SubnetAddresses addresses = new SubnetAddresses();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final PropagatedView<Instance> described;
  private final List<Consumer<Instance>> listeners = new ArrayList<>();

  public InstanceStore(World world) {
    this.world = world;
    this.checks = new LaunchValidator(world);
    this.described = world.view(() -> instances);
  }

  /** Adds a listener that is called after every change of state. */
  public void addListener(Consumer<Instance> listener) {
    listeners.add(listener);
  }

  public Optional<Instance> find(String id) {
    return Optional.ofNullable(instances.get(id));
  }

  /** The instance; refuses like EC2 if it does not exist. */
  public Instance get(String id) {
    return find(id).orElseThrow(() -> missing(id));
  }

  private static CloudException missing(String id) {
    return missing(List.of(id));
  }

  private static CloudException missing(List<String> ids) {
    String all = String.join(", ", ids);
    return CloudException.of(
        "InvalidInstanceID.NotFound",
        ids.size() == 1
            ? "The instance ID '" + all + "' does not exist"
            : "The instance IDs '" + all + "' do not exist");
  }

  /** The instances as describe calls show them. */
  List<Instance> described() {
    return List.copyOf(described.read().values());
  }

  /** The instances as describe calls show them; refuses like EC2 if one is not shown (yet). */
  List<Instance> describe(List<String> ids) {
    Map<String, Instance> visible = described.read();
    List<String> unknown = ids.stream().filter(id -> !visible.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      throw missing(unknown);
    }
    return ids.stream().flatMap(id -> Stream.ofNullable(visible.get(id))).toList();
  }

  public List<Instance> all() {
    return List.copyOf(instances.values());
  }

  /** Refuses content that could not be launched in any subnet. */
  public void validate(TemplateContent content) {
    checks.validate(content);
  }

  /** A new reservation for one launch. */
  public Instance.Reservation reserve(@Nullable String clientToken) {
    return new Instance.Reservation(world.id("r"), clientToken == null ? "" : clientToken);
  }

  /** Launches an instance, or refuses and changes nothing. */
  public Instance launch(LaunchRequest request) {
    TemplateContent content = request.content().withType();
    Map<String, String> tags = new HashMap<>(content.tags().getOrDefault("instance", Map.of()));
    tags.putAll(request.tags());
    checks.validate(content);
    InstanceTags.validate(tags, content.metadata());
    Subnet subnet = checks.subnet(request.subnet());
    Instance instance =
        new Instance(
            world.id("i"),
            request.reservation(),
            subnet,
            addresses.take(subnet, this::isUsed),
            content,
            tags,
            world.now(),
            InstanceState.PENDING,
            null);
    instances.put(instance.id(), instance);
    world.effect(new Effect.LaunchInstance(instance.spec(world.catalogue().region())));
    world.after(world.delays().boot(), () -> onBoot(instance.id()));
    return instance;
  }

  private boolean isUsed(String address) {
    return instances.values().stream()
        .anyMatch(i -> i.address().equals(address) && i.state() != InstanceState.TERMINATED);
  }

  private void onBoot(String id) {
    find(id)
        .filter(instance -> instance.state() == InstanceState.PENDING)
        .ifPresent(instance -> put(instance.with(InstanceState.RUNNING, null)));
  }

  /** Shuts an instance down; one that is shutting down or terminated stays unchanged. */
  public void terminate(String id, StateReason reason) {
    shutDown(id, reason, new Effect.StopInstance(id));
  }

  /** Cuts an instance's power. */
  public void kill(String id, StateReason reason) {
    shutDown(id, reason, new Effect.KillInstance(id));
  }

  private void shutDown(String id, StateReason reason, Effect effect) {
    Instance instance = get(id);
    if (instance.state().isUp()) {
      world.effect(effect);
      put(instance.with(InstanceState.SHUTTING_DOWN, reason));
    }
  }

  /** Reports that an instance's machine has ended. */
  public void onMachineEnd(String id) {
    find(id)
        .filter(instance -> instance.state() != InstanceState.TERMINATED)
        .ifPresent(this::finishTermination);
  }

  private void finishTermination(Instance instance) {
    StateReason reason = instance.reason() == null ? StateReason.POWER : instance.reason();
    put(instance.with(InstanceState.TERMINATED, reason));
    world.after(world.delays().memory(), () -> instances.remove(instance.id()));
  }

  void tag(String id, Map<String, String> tags) {
    instances.put(id, get(id).withTags(tags));
  }

  private void put(Instance instance) {
    instances.put(instance.id(), instance);
    listeners.forEach(listener -> listener.accept(instance));
  }
}
