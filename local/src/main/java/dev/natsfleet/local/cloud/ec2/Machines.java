package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.ec2.Instance.Reason;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Instances from launch to oblivion: pending → running → shutting-down → terminated. */
public final class Machines {

  private final World world;
  private final LaunchChecks checks;
  private final Addresses addresses = new Addresses();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final List<Consumer<Instance>> listeners = new ArrayList<>();

  public Machines(World world) {
    this.world = world;
    this.checks = new LaunchChecks(world);
  }

  /** Somebody who wants to know of every change of state. */
  public void listen(Consumer<Instance> listener) {
    listeners.add(listener);
  }

  public Optional<Instance> find(String id) {
    return Optional.ofNullable(instances.get(id));
  }

  /** Refuses like EC2 when there is no such instance. */
  public Instance get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                Refusal.of(
                    "InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist"));
  }

  public List<Instance> all() {
    return List.copyOf(instances.values());
  }

  /** Refuses what could be launched nowhere. */
  public void check(TemplateContent content) {
    checks.check(content);
  }

  /** Launches, or refuses and changes nothing. */
  public Instance launch(LaunchRequest request) {
    checks.check(request.content());
    Subnet subnet = checks.subnet(request.subnet());
    Map<String, String> tags =
        new HashMap<>(request.content().tags().getOrDefault("instance", Map.of()));
    tags.putAll(request.tags());
    Instance instance =
        new Instance(
            world.id("i"),
            world.id("r"),
            subnet,
            addresses.take(subnet, this::used),
            request.content(),
            tags,
            world.now(),
            InstanceState.PENDING,
            null);
    instances.put(instance.id(), instance);
    world.effect(new Effect.LaunchInstance(instance.spec(world.catalogue().region())));
    world.after(world.timing().boot(), () -> booted(instance.id()));
    return instance;
  }

  private boolean used(String address) {
    return instances.values().stream()
        .anyMatch(i -> i.address().equals(address) && i.state() != InstanceState.TERMINATED);
  }

  private void booted(String id) {
    find(id)
        .filter(instance -> instance.state() == InstanceState.PENDING)
        .ifPresent(instance -> put(instance.with(InstanceState.RUNNING, null)));
  }

  /** Shuts an instance down in order; one that is going or gone stays as it is. */
  public void terminate(String id, Reason reason) {
    end(id, reason, new Effect.StopInstance(id));
  }

  /** Takes an instance's power away. */
  public void kill(String id, Reason reason) {
    end(id, reason, new Effect.KillInstance(id));
  }

  private void end(String id, Reason reason, Effect effect) {
    Instance instance = get(id);
    if (instance.state().up()) {
      world.effect(effect);
      put(instance.with(InstanceState.SHUTTING_DOWN, reason));
    }
  }

  /** The machine has ended, whoever ended it. */
  public void stopped(String id) {
    find(id)
        .filter(instance -> instance.state() != InstanceState.TERMINATED)
        .ifPresent(this::terminated);
  }

  private void terminated(Instance instance) {
    Reason reason = instance.reason() == null ? Reason.POWER : instance.reason();
    put(instance.with(InstanceState.TERMINATED, reason));
    world.after(world.timing().memory(), () -> instances.remove(instance.id()));
  }

  void tag(String id, Map<String, String> tags) {
    instances.put(id, get(id).withTags(tags));
  }

  private void put(Instance instance) {
    instances.put(instance.id(), instance);
    listeners.forEach(listener -> listener.accept(instance));
  }
}
