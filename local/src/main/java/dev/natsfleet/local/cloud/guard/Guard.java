package dev.natsfleet.local.cloud.guard;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Denials, throttles and planned failures; without any, every call passes. */
public final class Guard {

  private final World world;
  private final Set<String> denied = new HashSet<>();
  private final Map<Service, TokenBucket> buckets = new EnumMap<>(Service.class);
  private final Map<String, Deque<CloudError>> failures = new HashMap<>();

  public Guard(World world) {
    this.world = world;
  }

  /** Lets a call pass or refuses it in the service's words. */
  public void check(Caller caller, Service service, String action) {
    TokenBucket bucket = buckets.get(service);
    if (bucket != null && !bucket.take(world.now())) {
      throw new Refusal(service.throttled());
    }
    String permission = service.prefix() + ":" + action;
    if (denied.contains(permission) || denied.contains(service.prefix() + ":*")) {
      throw new Refusal(service.denied(caller, action));
    }
    Deque<CloudError> planned = failures.getOrDefault(permission, new ArrayDeque<>());
    if (!planned.isEmpty()) {
      throw new Refusal(planned.remove());
    }
  }

  /**
   * Denies an action to everybody.
   *
   * @param permission such as {@code autoscaling:CreateAutoScalingGroup} or {@code ec2:*}
   */
  public void deny(String permission) {
    denied.add(permission);
  }

  public void allow(String permission) {
    denied.remove(permission);
  }

  /** Gives a service a bucket for all its calls; a full one. */
  public void throttle(Service service, double burst, double perSecond) {
    buckets.put(service, new TokenBucket(burst, perSecond, world.now()));
  }

  /** Takes the bucket away. */
  public void unthrottle(Service service) {
    buckets.remove(service);
  }

  /** Fails the next so many calls of an action with this error, before they do anything. */
  public void failNext(String permission, int calls, CloudError error) {
    Deque<CloudError> planned = failures.computeIfAbsent(permission, p -> new ArrayDeque<>());
    for (int i = 0; i < calls; i++) {
      planned.add(error);
    }
  }
}
