package dev.natsfleet.local.wire.ec2;

import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.query.ResultPage;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.format.ResponseNode;
import java.util.function.Function;

/** Writes EC2's results with the field names of its API. */
public final class Ec2Responses {

  private final NetworkResponses network;
  private final InstanceResponses instances;

  public Ec2Responses(Catalogue catalogue) {
    this.network = new NetworkResponses(catalogue);
    this.instances = new InstanceResponses(catalogue);
  }

  /** The content of the answer besides the request id. */
  public ResponseNode of(Ec2Result result) {
    return switch (result) {
      case Ec2Result.Done done -> new ResponseNode().with("return", true);
      case Ec2Result.OneTemplate one ->
          new ResponseNode()
              .with("launchTemplate", TemplateResponses.template(one.versionedTemplate()));
      case Ec2Result.OneVersion one ->
          new ResponseNode()
              .with(
                  "launchTemplateVersion",
                  TemplateResponses.version(one.versionedTemplate(), one.version()));
      case Ec2Result.Templates all ->
          page("launchTemplates", all.page(), TemplateResponses::template);
      case Ec2Result.Versions all ->
          page(
              "launchTemplateVersionSet",
              all.page(),
              listedVersion ->
                  TemplateResponses.version(
                      listedVersion.versionedTemplate(), listedVersion.version()));
      case Ec2Result.DeletedVersions deleted -> TemplateResponses.deleted(deleted);
      case Ec2Result.InstancePage all -> instances.reservations(all.page());
      case Ec2Result.Launched launched -> instances.reservation(launched.instances());
      case Ec2Result.StateChanges stateChanges ->
          new ResponseNode()
              .with("instancesSet", stateChanges.stateChanges(), InstanceResponses::change);
      case Ec2Result.Subnets all -> page("subnetSet", all.page(), network::subnet);
      case Ec2Result.Images all -> page("imagesSet", all.page(), network::image);
      case Ec2Result.SecurityGroups all ->
          page("securityGroupInfo", all.page(), network::securityGroup);
      case Ec2Result.Zones zones ->
          new ResponseNode().with("availabilityZoneInfo", zones.zones(), network::zone);
      case Ec2Result.Tags all -> page("tagSet", all.page(), NetworkResponses::tag);
    };
  }

  private static <T> ResponseNode page(
      String name, ResultPage<T> resultPage, Function<T, ResponseNode> shape) {
    return new ResponseNode()
        .with(name, resultPage.items(), shape)
        .with("nextToken", resultPage.next());
  }
}
