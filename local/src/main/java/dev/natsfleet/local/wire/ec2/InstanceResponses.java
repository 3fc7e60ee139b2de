package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.BlockDevice;
import dev.natsfleet.local.cloud.ec2.Ec2Result.StateChange;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceState;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.query.ResultPage;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.format.ResponseNode;
import dev.natsfleet.local.wire.format.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes instances in EC2's format. */
final class InstanceResponses {

  private final Catalogue catalogue;
  private final NetworkInterfaces interfaces;

  InstanceResponses(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.interfaces = new NetworkInterfaces(catalogue);
  }

  /** Instances by reservation, in the order of the list. */
  ResponseNode reservations(ResultPage<Instance> page) {
    Map<String, List<Instance>> reservations = new LinkedHashMap<>();
    for (Instance instance : page.items()) {
      reservations
          .computeIfAbsent(instance.reservation().id(), id -> new ArrayList<>())
          .add(instance);
    }
    return new ResponseNode()
        .with("reservationSet", reservations.values(), this::reservation)
        .with("nextToken", page.next());
  }

  ResponseNode reservation(List<Instance> instances) {
    return new ResponseNode()
        .with("reservationId", instances.getFirst().reservation().id())
        .with("ownerId", catalogue.account())
        .with("groupSet", List.of())
        .with("instancesSet", instances, this::instance);
  }

  private ResponseNode instance(Instance instance) {
    TemplateContent content = instance.content();
    return identity(instance)
        .merge(network(instance))
        .merge(hardware(instance))
        .with("groupSet", content.securityGroups(), this::group)
        .with("iamInstanceProfile", profile(instance))
        .with("metadataOptions", metadata(content.metadata()))
        .with("stateReason", reason(instance.reason()))
        .with("tagSet", TemplateResponses.tags(instance.tags()));
  }

  private ResponseNode identity(Instance instance) {
    TemplateContent content = instance.content();
    return new ResponseNode()
        .with("instanceId", instance.id())
        .with("imageId", content.imageId())
        .with("instanceState", state(instance.state()))
        .with("reason", transition(instance))
        .with("amiLaunchIndex", 0)
        .with("productCodes", List.of())
        .with("instanceType", content.instanceType())
        .with("instanceLifecycle", content.isSpot() ? "spot" : null)
        .with("launchTime", Timestamp.ec2(instance.launched()))
        .with("clientToken", instance.reservation().clientToken());
  }

  private static String transition(Instance instance) {
    Instance.StateReason reason = instance.reason();
    return reason == null ? "" : reason.equals(Instance.StateReason.USER) ? "User initiated" : "";
  }

  private ResponseNode network(Instance instance) {
    boolean up = instance.state().isUp();
    return new ResponseNode()
        .with("subnetId", up ? instance.subnet().id() : null)
        .with("vpcId", up ? catalogue.vpc() : null)
        .with("privateIpAddress", up ? instance.address() : null)
        .with("privateDnsName", up ? interfaces.privateName(instance) : "")
        .with("dnsName", "")
        .with("sourceDestCheck", up ? true : null)
        .with("networkInterfaceSet", up ? List.of(interfaces.primary(instance)) : List.of());
  }

  private static ResponseNode hardware(Instance instance) {
    return new ResponseNode()
        .with(
            "placement",
            new ResponseNode()
                .with("availabilityZone", instance.zone())
                .with("groupName", "")
                .with("tenancy", "default"))
        .with("architecture", "x86_64")
        .with("monitoring", new ResponseNode().with("state", "disabled"))
        .with("ebsOptimized", false)
        .with("enaSupport", true)
        .with("hypervisor", "xen")
        .with("virtualizationType", "hvm")
        .with("rootDeviceType", "ebs")
        .with("rootDeviceName", BlockDevice.ROOT.name())
        .with("blockDeviceMapping", devices(instance), one -> one);
  }

  /** The attached volumes: that of the image and those of the launch. */
  private static List<ResponseNode> devices(Instance instance) {
    List<BlockDevice> devices = new ArrayList<>(instance.content().blockDevices());
    if (devices.stream().noneMatch(device -> device.name().equals(BlockDevice.ROOT.name()))) {
      devices.addFirst(BlockDevice.ROOT);
    }
    List<ResponseNode> nodes = new ArrayList<>();
    for (int i = 0; instance.state().isUp() && i < devices.size(); i++) {
      nodes.add(
          TemplateResponses.device(devices.get(i))
              .with("ebs", volume(instance, devices.get(i), i)));
    }
    return nodes;
  }

  private static ResponseNode volume(Instance instance, BlockDevice device, int index) {
    return new ResponseNode()
        .with("volumeId", instance.id().replaceFirst("^i-.", "vol-" + index))
        .with("status", "attached")
        .with("attachTime", Timestamp.ec2(instance.launched()))
        .with("deleteOnTermination", device.isDeletedOnTermination());
  }

  /** All metadata options, with EC2's defaults where the launch says nothing. */
  private static ResponseNode metadata(MetadataOptions options) {
    return new ResponseNode()
        .with("state", "applied")
        .with("httpTokens", or(options.httpTokens(), "optional"))
        .with("httpPutResponseHopLimit", or(options.hopLimit(), 1))
        .with("httpEndpoint", or(options.httpEndpoint(), "enabled"))
        .with("httpProtocolIpv6", "disabled")
        .with("instanceMetadataTags", or(options.instanceMetadataTags(), "disabled"));
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }

  private ResponseNode group(String id) {
    return new ResponseNode()
        .with("groupId", id)
        .with("groupName", catalogue.securityGroups().get(id));
  }

  private @Nullable ResponseNode profile(Instance instance) {
    TemplateContent.Profile profile = instance.content().profile();
    return profile == null
        ? null
        : new ResponseNode()
            .with(
                "arn",
                "arn:aws:iam::" + catalogue.account() + ":instance-profile/" + profile.shortName())
            .with("id", "AIPA%016X".formatted(profile.shortName().hashCode()));
  }

  private static @Nullable ResponseNode reason(Instance.@Nullable StateReason reason) {
    return reason == null
        ? null
        : new ResponseNode().with("code", reason.code()).with("message", reason.message());
  }

  private static ResponseNode state(InstanceState state) {
    return new ResponseNode().with("code", state.code()).with("name", state.text());
  }

  static ResponseNode change(StateChange stateChange) {
    return new ResponseNode()
        .with("instanceId", stateChange.id())
        .with("currentState", state(stateChange.after()))
        .with("previousState", state(stateChange.before()));
  }
}
