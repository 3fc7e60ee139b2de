package dev.natsfleet.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is added to a template or a group, and forgotten where it is compared. */
class ForgottenComponentTest {

  /** Tags alone are no reason to replace a node. */
  private static final String NO_REASON = "tags";

  @Test
  void shouldRollOutEachComponentOfTheTemplate() {
    // Given
    List<LaunchTemplateSpec> different =
        List.of(
            template("ami-1", "c7g.large", "sg-1", "node"),
            template("ami-2", "c7g.large", "sg-1", "node"),
            template("ami-1", "c7g.xlarge", "sg-1", "node"),
            template("ami-1", "c7g.large", "sg-2", "node"),
            template("ami-1", "c7g.large", "sg-1", "other"));
    Stream<String> components =
        Arrays.stream(LaunchTemplateSpec.class.getRecordComponents()).map(RecordComponent::getName);

    // When, Then
    assertThat(components.filter(name -> !name.equals(NO_REASON))).hasSize(different.size() - 1);
    assertThat(different.stream().map(DesiredResources::fingerprint)).doesNotHaveDuplicates();
  }

  /** Its size is the scaling rule's. */
  @Test
  void shouldCorrectEachOtherComponentOfTheGroup() {
    assertThat(NodeGroupSpec.class.getRecordComponents())
        .hasSize(NodeGroupField.values().length + 1);
  }

  private static LaunchTemplateSpec template(
      String image, String type, String securityGroup, String profile) {
    return new LaunchTemplateSpec(
        image, type, new TreeSet<>(List.of(securityGroup)), profile, new TreeMap<>());
  }
}
