package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Result.Change;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceState;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instances as EC2 writes them. */
final class InstanceShapes {

  private final Catalogue catalogue;

  InstanceShapes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Shape reservation(Instance instance) {
    return new Shape()
        .with("reservationId", instance.reservation())
        .with("ownerId", catalogue.account())
        .with("groupSet", List.of())
        .with("instancesSet", List.of(instance(instance)));
  }

  Shape launched(List<Instance> instances) {
    return new Shape()
        .with("reservationId", instances.getFirst().reservation())
        .with("ownerId", catalogue.account())
        .with("groupSet", List.of())
        .with("instancesSet", instances, this::instance);
  }

  private Shape instance(Instance instance) {
    TemplateContent content = instance.content();
    boolean up = instance.state().up();
    return new Shape()
        .with("instanceId", instance.id())
        .with("imageId", content.imageId())
        .with("instanceState", state(instance.state()))
        .with("instanceType", content.instanceType())
        .with("launchTime", instance.launched())
        .with("placement", new Shape().with("availabilityZone", instance.zone()))
        .with("subnetId", up ? instance.subnet().id() : null)
        .with("vpcId", up ? catalogue.vpc() : null)
        .with("privateIpAddress", up ? instance.address() : null)
        .with("privateDnsName", up ? "ip-" + instance.address().replace('.', '-') : "")
        .with("groupSet", content.securityGroups(), this::group)
        .with("iamInstanceProfile", profile(content.profile()))
        .with("metadataOptions", TemplateShapes.metadata(content.metadata()))
        .with("stateReason", reason(instance.reason()))
        .with("tagSet", TemplateShapes.tags(instance.tags()));
  }

  private Shape group(String id) {
    return new Shape().with("groupId", id).with("groupName", catalogue.securityGroups().get(id));
  }

  private @Nullable Shape profile(TemplateContent.@Nullable Profile profile) {
    return profile == null
        ? null
        : new Shape()
            .with(
                "arn",
                "arn:aws:iam::" + catalogue.account() + ":instance-profile/" + profile.shortName());
  }

  private static @Nullable Shape reason(Instance.@Nullable Reason reason) {
    return reason == null
        ? null
        : new Shape().with("code", reason.code()).with("message", reason.message());
  }

  private static Shape state(InstanceState state) {
    return new Shape().with("code", state.code()).with("name", state.text());
  }

  static Shape change(Change change) {
    return new Shape()
        .with("instanceId", change.id())
        .with("currentState", state(change.after()))
        .with("previousState", state(change.before()));
  }
}
