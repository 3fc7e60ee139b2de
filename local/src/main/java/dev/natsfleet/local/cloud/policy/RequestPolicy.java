package dev.natsfleet.local.cloud.policy;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Denials, throttling and planned failures of calls; without any of them every call passes. */
public final class RequestPolicy {

  private final World world;
  private final Set<String> denied = new HashSet<>();
  private final Map<AwsService, TokenBucket> buckets = new EnumMap<>(AwsService.class);
  private final Map<String, Deque<CloudError>> failures = new HashMap<>();

  public RequestPolicy(World world) {
    this.world = world;
  }

  /** Lets a call pass, or refuses it with the service's own error. */
  public void check(Caller caller, AwsService service, String action) {
    TokenBucket bucket = buckets.get(service);
    if (bucket != null && !bucket.tryTake(world.now())) {
      throw new CloudException(service.throttled());
    }
    String permission = service.prefix() + ":" + action;
    if (denied.contains(permission) || denied.contains(service.prefix() + ":*")) {
      throw new CloudException(service.denied(caller, action));
    }
    Deque<CloudError> planned = failures.getOrDefault(permission, new ArrayDeque<>());
    if (!planned.isEmpty()) {
      throw new CloudException(planned.remove());
    }
  }

  /**
   * Denies an action to every caller.
   *
   * @param permission such as {@code autoscaling:CreateAutoScalingGroup} or {@code ec2:*}
   */
  public void deny(String permission) {
    denied.add(permission);
  }

  public void allow(String permission) {
    denied.remove(permission);
  }

  /** Throttles all calls of a service with a token bucket, which starts full. */
  public void throttle(AwsService service, double burst, double perSecond) {
    buckets.put(service, new TokenBucket(burst, perSecond, world.now()));
  }

  /** Ends the throttling of a service. */
  public void unthrottle(AwsService service) {
    buckets.remove(service);
  }

  /** Fails the next calls of an action with this error, before they change anything. */
  public void failNext(String permission, int calls, CloudError error) {
    Deque<CloudError> planned = failures.computeIfAbsent(permission, p -> new ArrayDeque<>());
    for (int i = 0; i < calls; i++) {
      planned.add(error);
    }
  }
}
