package dev.natsfleet.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.cloud.query.ResultPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Ec2Test {

  private static final TemplateRef WEB = new TemplateRef(null, "web");

  private final CloudFixture fixture = new CloudFixture();

  private Instance run(String subnet, String token) {
    Ec2Command.Count one = new Ec2Command.Count(1, 1);
    Ec2Result result =
        fixture.ec2(
            new Ec2Command.RunInstances(WEB, "1", TemplateContent.NOTHING, subnet, one, token));
    return ((Ec2Result.Launched) result).instances().getFirst();
  }

  private ResultPage<Instance> describe(PageRequest page, Filter... filters) {
    Ec2Result result =
        fixture.ec2(new Ec2Command.DescribeInstances(List.of(), List.of(filters), page));
    return ((Ec2Result.InstancePage) result).page();
  }

  @Test
  void shouldLaunchOnceForAClientToken() {
    // Given
    Instance first = run("subnet-0a1b2c3d4e5f60001", "once");

    // When / Then
    assertThat(run("subnet-0a1b2c3d4e5f60001", "once")).isEqualTo(first);
    assertThatThrownBy(() -> run("subnet-0a1b2c3d4e5f60002", "once"))
        .hasMessageStartingWith("IdempotentParameterMismatch");
  }

  @Test
  void shouldNotUseAnAddressAgainAtOnce() {
    // Given
    Instance first = run("subnet-0a1b2c3d4e5f60001", "a");
    fixture.ec2(new Ec2Command.TerminateInstances(List.of(first.id())));
    fixture.settle();

    // When
    Instance second = run("subnet-0a1b2c3d4e5f60001", "b");

    // Then
    assertThat(first.address()).isEqualTo("127.0.1.4");
    assertThat(second.address()).isEqualTo("127.0.1.5");
  }

  @Test
  void shouldFilterAndPageInstances() {
    // Given
    run("subnet-0a1b2c3d4e5f60001", "a");
    run("subnet-0a1b2c3d4e5f60001", "b");
    run("subnet-0a1b2c3d4e5f60002", "c");

    // When
    Filter zone = new Filter("availability-zone", List.of("*-1a"));
    ResultPage<Instance> one = describe(new PageRequest(1, null), zone);
    ResultPage<Instance> two = describe(new PageRequest(1, one.next()), zone);

    // Then
    assertThat(one.items()).hasSize(1).doesNotContainAnyElementsOf(two.items());
    assertThat(two.items()).hasSize(1);
    assertThat(two.next()).isNull();
    assertThatThrownBy(() -> describe(PageRequest.FIRST, new Filter("colour", List.of("red"))))
        .hasMessage("InvalidParameterValue: The filter 'colour' is invalid");
  }

  @Test
  void shouldKeepTheDefaultVersionWhenVersionsAreDeleted() {
    // Given
    fixture.ec2(
        new Ec2Command.CreateLaunchTemplateVersion(WEB, "1", "two", CloudFixture.CONTENT, null));

    // When
    Ec2Result result =
        fixture.ec2(new Ec2Command.DeleteLaunchTemplateVersions(WEB, List.of("1", "2", "9")));

    // Then
    Ec2Result.DeletedVersions deleted = (Ec2Result.DeletedVersions) result;
    assertThat(deleted.deleted()).containsExactly(2L);
    assertThat(deleted.refused())
        .extracting(Ec2Result.RefusedDeletion::version)
        .containsExactly(1L, 9L);
    Ec2Result next =
        fixture.ec2(
            new Ec2Command.CreateLaunchTemplateVersion(
                WEB, null, null, CloudFixture.CONTENT, null));
    assertThat(((Ec2Result.OneVersion) next).version().number()).isEqualTo(3);
  }

  @Test
  void shouldRefuseAGroupWhoseImageDoesNotExist() {
    // Given
    TemplateContent bad =
        new TemplateContent(
            "ami-0abcdef0123456789",
            "c7g.large",
            List.of(),
            null,
            null,
            MetadataOptions.NONE,
            List.of(),
            null,
            Map.of());
    fixture.ec2(new Ec2Command.CreateLaunchTemplateVersion(WEB, null, null, bad, null));
    fixture.ec2(new Ec2Command.ModifyLaunchTemplate(WEB, "2", null));

    // When / Then
    GroupChange settings =
        new GroupChange(
            WEB, "2", 0, 1, 0, null, List.of("subnet-0a1b2c3d4e5f60001"), null, null, null, null);
    assertThatThrownBy(() -> fixture.create(settings))
        .hasMessage(
            "ValidationError: You must use a valid fully-formed launch template. The image id"
                + " '[ami-0abcdef0123456789]' does not exist");
  }
}
