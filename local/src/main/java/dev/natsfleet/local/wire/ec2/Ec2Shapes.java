package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.query.Page;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.form.Shape;
import java.util.function.Function;

/** EC2's results with the names of its API. */
public final class Ec2Shapes {

  private final NetworkShapes network;
  private final InstanceShapes instances;

  public Ec2Shapes(Catalogue catalogue) {
    this.network = new NetworkShapes(catalogue);
    this.instances = new InstanceShapes(catalogue);
  }

  /** What stands in the answer beside the request id. */
  public Shape of(Ec2Result result) {
    return switch (result) {
      case Ec2Result.Done done -> new Shape().with("return", true);
      case Ec2Result.OneTemplate one ->
          new Shape().with("launchTemplate", TemplateShapes.template(one.template()));
      case Ec2Result.OneVersion one ->
          new Shape()
              .with("launchTemplateVersion", TemplateShapes.version(one.template(), one.version()));
      case Ec2Result.Templates all -> page("launchTemplates", all.page(), TemplateShapes::template);
      case Ec2Result.Versions all ->
          page(
              "launchTemplateVersionSet",
              all.page(),
              listed -> TemplateShapes.version(listed.template(), listed.version()));
      case Ec2Result.DeletedVersions deleted -> TemplateShapes.deleted(deleted);
      case Ec2Result.Instances all -> page("reservationSet", all.page(), instances::reservation);
      case Ec2Result.Launched launched -> instances.launched(launched.instances());
      case Ec2Result.Changes changes ->
          new Shape().with("instancesSet", changes.changes(), InstanceShapes::change);
      case Ec2Result.Subnets all -> page("subnetSet", all.page(), network::subnet);
      case Ec2Result.Images all -> page("imagesSet", all.page(), network::image);
      case Ec2Result.SecurityGroups all ->
          page("securityGroupInfo", all.page(), network::securityGroup);
      case Ec2Result.Zones zones ->
          new Shape().with("availabilityZoneInfo", zones.zones(), network::zone);
      case Ec2Result.Tags all -> page("tagSet", all.page(), NetworkShapes::tag);
    };
  }

  private static <T> Shape page(String name, Page<T> page, Function<T, Shape> shape) {
    return new Shape().with(name, page.items(), shape).with("nextToken", page.next());
  }
}
