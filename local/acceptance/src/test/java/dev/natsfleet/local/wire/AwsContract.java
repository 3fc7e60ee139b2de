package dev.natsfleet.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The contract of the emulated cloud and of moto. Each test uses new names. */
interface AwsContract {

  SdkClients clients();

  TagSpecification OWNED =
      TagSpecification.builder()
          .resourceType(ResourceType.LAUNCH_TEMPLATE)
          .tags(
              software.amazon.awssdk.services.ec2.model.Tag.builder()
                  .key("owner")
                  .value("ann")
                  .build())
          .build();

  private static Tag owner(String group, String value, boolean atLaunch) {
    return Tag.builder()
        .resourceId(group)
        .resourceType("auto-scaling-group")
        .key("owner")
        .value(value)
        .propagateAtLaunch(atLaunch)
        .build();
  }

  private static String name(String kind) {
    return kind + "-" + UUID.randomUUID();
  }

  private LaunchTemplate template(String name) {
    return clients()
        .ec2()
        .createLaunchTemplate(
            r ->
                r.launchTemplateName(name)
                    .versionDescription("first")
                    .launchTemplateData(
                        d -> d.imageId(image()).instanceType("c7g.large").userData("aGVsbG8="))
                    .tagSpecifications(OWNED))
        .launchTemplate();
  }

  private String image() {
    return clients().ec2().describeImages(r -> r.maxResults(5)).images().getFirst().imageId();
  }

  private String subnet() {
    return clients().ec2().describeSubnets().subnets().stream()
        .map(Subnet::subnetId)
        .findFirst()
        .orElseThrow();
  }

  private CreateAutoScalingGroupRequest group(String name) {
    String template = template(name("lt")).launchTemplateId();
    return CreateAutoScalingGroupRequest.builder()
        .autoScalingGroupName(name)
        .launchTemplate(t -> t.launchTemplateId(template).version("1"))
        .minSize(0)
        .maxSize(3)
        .desiredCapacity(0)
        .vpcZoneIdentifier(subnet())
        .newInstancesProtectedFromScaleIn(true)
        .tags(owner(name, "ann", true))
        .build();
  }

  private AutoScalingGroup described(String name) {
    return clients()
        .autoScaling()
        .describeAutoScalingGroups(r -> r.autoScalingGroupNames(name))
        .autoScalingGroups()
        .getFirst();
  }

  @Test
  default void shouldKeepLaunchTemplateVersionsByNumber() {
    // Given
    LaunchTemplate template = template(name("lt"));
    String id = template.launchTemplateId();

    // When
    clients()
        .ec2()
        .createLaunchTemplateVersion(
            r -> r.launchTemplateId(id).launchTemplateData(d -> d.instanceType("c7g.xlarge")));
    clients().ec2().modifyLaunchTemplate(r -> r.launchTemplateId(id).defaultVersion("2"));

    // Then
    assertThat(template.tags()).extracting(t -> t.key() + "=" + t.value()).contains("owner=ann");
    var versions =
        clients()
            .ec2()
            .describeLaunchTemplateVersions(r -> r.launchTemplateId(id))
            .launchTemplateVersions();
    assertThat(versions).extracting(v -> v.versionNumber()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(versions)
        .filteredOn(v -> v.defaultVersion())
        .extracting(v -> v.launchTemplateData().instanceTypeAsString())
        .containsExactly("c7g.xlarge");
    assertThat(versions)
        .filteredOn(v -> v.versionNumber() == 1)
        .extracting(v -> v.launchTemplateData().userData())
        .containsExactly("aGVsbG8=");
  }

  @Test
  default void shouldRefuseASecondTemplateOfTheSameName() {
    // Given
    String name = name("lt");
    template(name);

    // When / Then
    assertThat(SdkClients.code(c -> template(name), clients()))
        .isEqualTo("InvalidLaunchTemplateName.AlreadyExistsException");
  }

  @Test
  default void shouldNotFindADeletedTemplate() {
    // Given
    String name = name("lt");
    template(name);

    // When
    clients().ec2().deleteLaunchTemplate(r -> r.launchTemplateName(name));

    // Then
    assertThat(
            SdkClients.code(
                c -> c.ec2().describeLaunchTemplates(r -> r.launchTemplateNames(name)), clients()))
        .isEqualTo("InvalidLaunchTemplateName.NotFoundException");
  }

  @Test
  default void shouldNameWhatTheNetworkDoesNotHave() {
    assertThat(
            SdkClients.code(
                c -> c.ec2().describeSubnets(r -> r.subnetIds("subnet-0abcdef0123456789")),
                clients()))
        .isEqualTo("InvalidSubnetID.NotFound");
    assertThat(
            SdkClients.code(
                c -> c.ec2().describeImages(r -> r.imageIds("ami-0abcdef0123456789")), clients()))
        .isEqualTo("InvalidAMIID.NotFound");
    assertThat(
            SdkClients.code(
                c -> c.ec2().describeSecurityGroups(r -> r.groupIds("sg-0abcdef0123456789")),
                clients()))
        .isEqualTo("InvalidGroup.NotFound");
    assertThat(
            SdkClients.code(
                c -> c.ec2().terminateInstances(r -> r.instanceIds("i-0abcdef0123456789")),
                clients()))
        .isEqualTo("InvalidInstanceID.NotFound");
  }

  @Test
  default void shouldDescribeAGroupAsItWasCreated() {
    // Given
    String name = name("asg");

    // When
    clients().autoScaling().createAutoScalingGroup(group(name));

    // Then
    AutoScalingGroup group = described(name);
    assertThat(group.minSize()).isZero();
    assertThat(group.maxSize()).isEqualTo(3);
    assertThat(group.desiredCapacity()).isZero();
    assertThat(group.newInstancesProtectedFromScaleIn()).isTrue();
    assertThat(group.launchTemplate().version()).isEqualTo("1");
    assertThat(group.tags())
        .extracting(t -> t.key() + "=" + t.value() + " " + t.propagateAtLaunch())
        .containsExactly("owner=ann true");
  }

  @Test
  default void shouldKeepALifecycleHook() {
    // Given
    String name = name("asg");
    clients().autoScaling().createAutoScalingGroup(group(name));

    // When
    clients()
        .autoScaling()
        .putLifecycleHook(
            r ->
                r.autoScalingGroupName(name)
                    .lifecycleHookName("launch")
                    .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                    .heartbeatTimeout(300));

    // Then
    assertThat(
            clients()
                .autoScaling()
                .describeLifecycleHooks(r -> r.autoScalingGroupName(name))
                .lifecycleHooks())
        .extracting(h -> h.lifecycleHookName() + " " + h.heartbeatTimeout())
        .containsExactly("launch 300");
  }

  @Test
  default void shouldUpdateAndDeleteAGroup() {
    // Given
    String name = name("asg");
    clients().autoScaling().createAutoScalingGroup(group(name));

    // When
    clients().autoScaling().updateAutoScalingGroup(r -> r.autoScalingGroupName(name).maxSize(7));
    clients()
        .autoScaling()
        .suspendProcesses(r -> r.autoScalingGroupName(name).scalingProcesses("AZRebalance"));

    // Then
    assertThat(described(name).maxSize()).isEqualTo(7);
    assertThat(described(name).suspendedProcesses())
        .extracting(p -> p.processName())
        .containsExactly("AZRebalance");
    clients().autoScaling().deleteAutoScalingGroup(r -> r.autoScalingGroupName(name));
    assertThat(
            clients()
                .autoScaling()
                .describeAutoScalingGroups(r -> r.autoScalingGroupNames(name))
                .autoScalingGroups())
        .isEmpty();
  }

  @Test
  default void shouldChangeTagsOfAGroup() {
    // Given
    String name = name("asg");
    clients().autoScaling().createAutoScalingGroup(group(name));

    // When
    clients().autoScaling().createOrUpdateTags(r -> r.tags(owner(name, "bob", false)));

    // Then
    assertThat(described(name).tags())
        .extracting(t -> t.key() + "=" + t.value())
        .containsExactly("owner=bob");
    clients().autoScaling().deleteTags(r -> r.tags(owner(name, "bob", false)));
    assertThat(described(name).tags()).isEmpty();
  }

  @Test
  default void shouldKeepSecureParametersSecretUntilAskedToDecrypt() {
    // Given
    String name = "/" + name("nats");
    clients().ssm().putParameter(r -> r.name(name).type("SecureString").value("s3cret"));

    // When / Then
    assertThat(clients().ssm().getParameter(r -> r.name(name)).parameter().value())
        .isNotEqualTo("s3cret");
    assertThat(
            clients()
                .ssm()
                .getParameter(r -> r.name(name).withDecryption(true))
                .parameter()
                .value())
        .isEqualTo("s3cret");
    assertThat(
            SdkClients.code(
                c -> c.ssm().putParameter(r -> r.name(name).type("String").value("x")), clients()))
        .isEqualTo("ParameterAlreadyExists");
    clients().ssm().deleteParameter(r -> r.name(name));
    assertThat(SdkClients.code(c -> c.ssm().getParameter(r -> r.name(name)), clients()))
        .isEqualTo("ParameterNotFound");
  }

  @Test
  default void shouldListParametersBelowAPath() {
    // Given
    String path = "/" + name("nats");
    clients().ssm().putParameter(r -> r.name(path + "/a").type("String").value("1"));
    clients().ssm().putParameter(r -> r.name(path + "/b/c").type("String").value("2"));

    // When / Then
    assertThat(clients().ssm().getParametersByPath(r -> r.path(path)).parameters())
        .extracting(p -> p.value())
        .containsExactly("1");
    assertThat(clients().ssm().getParametersByPath(r -> r.path(path).recursive(true)).parameters())
        .extracting(p -> p.value())
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  default void shouldSayWhoCalls() {
    assertThat(clients().sts().getCallerIdentity().account()).isEqualTo("123456789012");
  }
}
