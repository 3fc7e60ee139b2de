package dev.natsfleet.operator.aws;

import dev.natsfleet.crds.NodeTemplate.Image;
import dev.natsfleet.operator.port.RegionResources;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ImageState;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ssm.SsmClient;

/** {@link RegionResources} in EC2 and SSM. */
final class Ec2RegionResources implements RegionResources {

  private final Ec2Client ec2;
  private final SsmClient ssm;

  Ec2RegionResources(Ec2Client ec2, SsmClient ssm) {
    this.ec2 = ec2;
    this.ssm = ssm;
  }

  @Override
  public Optional<String> image(Image image) {
    Optional<String> id =
        image.id() == null ? parameter(String.valueOf(image.parameter())) : Optional.of(image.id());
    return id.filter(this::isAvailable);
  }

  @Override
  public Map<String, String> zones(Collection<String> subnets) {
    return AwsErrors.call(
        "ec2:DescribeSubnets",
        String.join(", ", subnets),
        () ->
            ec2
                .describeSubnetsPaginator(r -> r.filters(Ec2Filters.of("subnet-id", subnets)))
                .subnets()
                .stream()
                .collect(Collectors.toMap(Subnet::subnetId, Subnet::availabilityZone)));
  }

  @Override
  public Set<String> securityGroups(Collection<String> ids) {
    return AwsErrors.call(
        "ec2:DescribeSecurityGroups",
        String.join(", ", ids),
        () ->
            ec2
                .describeSecurityGroupsPaginator(r -> r.filters(Ec2Filters.of("group-id", ids)))
                .securityGroups()
                .stream()
                .map(SecurityGroup::groupId)
                .collect(Collectors.toSet()));
  }

  private Optional<String> parameter(String name) {
    return AwsErrors.call("ssm:GetParameter", name, () -> value(name));
  }

  private Optional<String> value(String name) {
    try {
      return Optional.of(ssm.getParameter(r -> r.name(name)).parameter().value());
    } catch (SdkException e) {
      if (AwsErrors.isAbsent(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A deprecated image can be launched, too; EC2 does not list it unless asked to. */
  private boolean isAvailable(String id) {
    return AwsErrors.call(
        "ec2:DescribeImages",
        id,
        () ->
            ec2
                .describeImages(
                    r -> r.includeDeprecated(true).filters(Ec2Filters.of("image-id", id)))
                .images()
                .stream()
                .anyMatch(image -> image.state() == ImageState.AVAILABLE));
  }
}
