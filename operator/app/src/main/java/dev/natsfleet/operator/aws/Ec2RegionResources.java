package dev.natsfleet.operator.aws;

import dev.natsfleet.crds.NodeTemplate.Image;
import dev.natsfleet.operator.port.RegionResources;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ImageState;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * {@link RegionResources} in EC2 and SSM, read for all clusters together: an answer is at most half
 * a minute old, and one of absence five seconds.
 */
final class Ec2RegionResources implements RegionResources {

  private final Ec2Client ec2;
  private final SsmClient ssm;
  private final BatchedReadCache<ImageState> images;
  private final BatchedReadCache<String> zones;
  private final BatchedReadCache<String> securityGroups;
  private final BatchedReadCache<String> parameters;

  Ec2RegionResources(Ec2Client ec2, SsmClient ssm, LongSupplier nanoTime) {
    this.ec2 = ec2;
    this.ssm = ssm;
    this.images =
        new BatchedReadCache<>("ec2:DescribeImages", ReadLimits.NAMED, this::readImages, nanoTime);
    this.zones =
        new BatchedReadCache<>("ec2:DescribeSubnets", ReadLimits.NAMED, this::readZones, nanoTime);
    this.securityGroups =
        new BatchedReadCache<>(
            "ec2:DescribeSecurityGroups", ReadLimits.NAMED, this::readSecurityGroups, nanoTime);
    this.parameters =
        new BatchedReadCache<>(
            "ssm:GetParameter", ReadLimits.NAMED.single(), this::readParameters, nanoTime);
  }

  @Override
  public Optional<String> image(Image image) {
    Optional<String> id =
        image.id() == null
            ? parameters.get(String.valueOf(image.parameter()))
            : Optional.of(image.id());
    return id.filter(i -> images.get(i).equals(Optional.of(ImageState.AVAILABLE)));
  }

  @Override
  public Map<String, String> zones(Collection<String> subnets) {
    Map<String, String> found = new HashMap<>();
    subnets.forEach(id -> zones.get(id).ifPresent(zone -> found.put(id, zone)));
    return found;
  }

  @Override
  public Set<String> securityGroups(Collection<String> ids) {
    Set<String> found = new HashSet<>();
    ids.forEach(id -> securityGroups.get(id).ifPresent(found::add));
    return found;
  }

  /** A deprecated image can be launched, too; EC2 does not list it unless asked to. */
  private Map<String, ImageState> readImages(Set<String> ids) {
    return ec2
        .describeImagesPaginator(
            r -> r.includeDeprecated(true).filters(Ec2Filters.of("image-id", ids)))
        .images()
        .stream()
        .collect(Collectors.toMap(image -> image.imageId(), image -> image.state()));
  }

  private Map<String, String> readZones(Set<String> subnets) {
    return ec2
        .describeSubnetsPaginator(r -> r.filters(Ec2Filters.of("subnet-id", subnets)))
        .subnets()
        .stream()
        .collect(Collectors.toMap(Subnet::subnetId, Subnet::availabilityZone));
  }

  private Map<String, String> readSecurityGroups(Set<String> ids) {
    return ec2
        .describeSecurityGroupsPaginator(r -> r.filters(Ec2Filters.of("group-id", ids)))
        .securityGroups()
        .stream()
        .map(SecurityGroup::groupId)
        .collect(Collectors.toMap(id -> id, id -> id));
  }

  /** One at a time: {@code GetParameters} would be denied as a whole for one that is denied. */
  private Map<String, String> readParameters(Set<String> names) {
    Map<String, String> found = new HashMap<>();
    names.forEach(name -> readParameter(name).ifPresent(value -> found.put(name, value)));
    return found;
  }

  private Optional<String> readParameter(String name) {
    try {
      return Optional.of(ssm.getParameter(r -> r.name(name)).parameter().value());
    } catch (SdkException e) {
      if (AwsErrors.isAbsent(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
