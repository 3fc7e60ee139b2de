package dev.natsfleet.local.cloud.imds;

import dev.natsfleet.local.cloud.autoscaling.AutoScaling;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceStore;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The metadata tree of each instance, below {@code /latest/}. */
public final class InstanceMetadata {

  private static final String TAGS = "meta-data/tags/instance";
  private static final String ROLES = "meta-data/iam/security-credentials/";

  private final World world;
  private final InstanceStore instanceStore;
  private final AutoScaling autoScaling;
  private final Map<String, InstanceNotice.SpotInterruption> spot = new HashMap<>();
  private final Map<String, InstanceNotice.Rebalance> rebalance = new HashMap<>();
  private final Map<String, Function<Instance, @Nullable String>> leaves = new TreeMap<>();

  public InstanceMetadata(World world, InstanceStore instanceStore, AutoScaling autoScaling) {
    this.world = world;
    this.instanceStore = instanceStore;
    this.autoScaling = autoScaling;
    identity();
    events();
  }

  private void identity() {
    leaves.put("meta-data/instance-id", Instance::id);
    leaves.put("meta-data/ami-id", instance -> instance.content().imageId());
    leaves.put("meta-data/instance-type", instance -> instance.content().instanceType());
    leaves.put("meta-data/local-ipv4", Instance::address);
    leaves.put(
        "meta-data/instance-life-cycle",
        instance -> instance.content().isSpot() ? "spot" : "on-demand");
    leaves.put("meta-data/placement/availability-zone", Instance::zone);
    leaves.put("meta-data/placement/availability-zone-id", instance -> instance.subnet().zoneId());
    leaves.put("meta-data/placement/region", instance -> world.catalogue().region());
    leaves.put("dynamic/instance-identity/document", this::document);
    leaves.put(ROLES, InstanceMetadata::role);
    leaves.put("meta-data/iam/security-credentials", InstanceMetadata::role);
  }

  private void events() {
    leaves.put(
        "meta-data/autoscaling/target-lifecycle-state",
        instance -> autoScaling.targetState(instance.id()).orElse(null));
    leaves.put("meta-data/spot/instance-action", this::spotAction);
    leaves.put("meta-data/events/recommendations/rebalance", this::rebalanceNotice);
  }

  /** Adds a notice to an instance's metadata. */
  public void notify(String instance, InstanceNotice instanceNotice) {
    instanceStore.get(instance);
    switch (instanceNotice) {
      case InstanceNotice.SpotInterruption interruption -> spot.put(instance, interruption);
      case InstanceNotice.Rebalance hint -> rebalance.put(instance, hint);
    }
  }

  /** Whether the instance has a metadata service. */
  public boolean isEnabled(String instance) {
    return instanceStore
        .find(instance)
        .filter(i -> i.state().isUp() && i.content().metadata().isEnabled())
        .isPresent();
  }

  /** The text at a path below {@code /latest/}; empty means 404. */
  public Optional<String> read(String instance, String path) {
    return instanceStore.find(instance).flatMap(found -> read(found, path));
  }

  private Optional<String> read(Instance instance, String path) {
    if (path.startsWith(TAGS)) {
      return tags(instance, path.substring(TAGS.length()));
    }
    Function<Instance, @Nullable String> leaf = leaves.get(path);
    if (leaf != null) {
      return Optional.ofNullable(leaf.apply(instance));
    }
    String role = role(instance);
    return role != null && path.equals(ROLES + role)
        ? Optional.of(credentials(instance))
        : Optional.empty();
  }

  private static Optional<String> tags(Instance instance, String rest) {
    if (!instance.content().metadata().showsTags()) {
      return Optional.empty();
    }
    return rest.isEmpty() || rest.equals("/")
        ? Optional.of(String.join("\n", new TreeMap<>(instance.tags()).keySet()))
        : Optional.ofNullable(instance.tags().get(rest.substring(1)));
  }

  private static @Nullable String role(Instance instance) {
    TemplateContent.Profile profile = instance.content().profile();
    return profile == null ? null : profile.shortName();
  }

  private String credentials(Instance instance) {
    String text = instance.id().substring("i-".length());
    return """
        {"Code":"Success","LastUpdated":"%s","Type":"AWS-HMAC","AccessKeyId":"ASIA%s",\
        "SecretAccessKey":"%s","Token":"%s","Expiration":"%s"}"""
        .formatted(world.timestamp(), text, text, text, seconds(world.now().plusSeconds(6 * 3600)));
  }

  private String document(Instance instance) {
    return """
        {"accountId":"%s","architecture":"x86_64","availabilityZone":"%s","imageId":"%s",\
        "instanceId":"%s","instanceType":"%s","pendingTime":"%s","privateIp":"%s","region":"%s",\
        "version":"2017-09-30"}"""
        .formatted(
            world.catalogue().account(),
            instance.zone(),
            instance.content().imageId(),
            instance.id(),
            instance.content().instanceType(),
            seconds(instance.launched()),
            instance.address(),
            world.catalogue().region());
  }

  /** IMDS shows whole seconds. */
  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private @Nullable String spotAction(Instance instance) {
    InstanceNotice.SpotInterruption notice = spot.get(instance.id());
    return notice == null
        ? null
        : "{\"action\":\"terminate\",\"time\":\"" + seconds(notice.at()) + "\"}";
  }

  private @Nullable String rebalanceNotice(Instance instance) {
    InstanceNotice.Rebalance notice = rebalance.get(instance.id());
    return notice == null ? null : "{\"noticeTime\":\"" + seconds(notice.at()) + "\"}";
  }
}
