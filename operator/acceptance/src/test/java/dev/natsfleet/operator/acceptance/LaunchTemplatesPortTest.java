package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.LaunchTemplates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of {@code LaunchTemplates}, over the wire. */
@Tag("server")
class LaunchTemplatesPortTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldMakeOneVersionForOneDescription() {
    // Given
    LaunchTemplates launchTemplates = aws.region().launchTemplates(AwsPorts.id("hash"));
    LaunchTemplateSpec spec = AwsPorts.template("hash", "c7g.large");

    // When
    launchTemplates.create(spec, "a");
    launchTemplates.create(AwsPorts.template("hash", "c7g.xlarge"), "b/p");
    launchTemplates.create(AwsPorts.template("hash", "c7g.xlarge"), "b/p");

    // Then
    assertThat(launchTemplates.observe())
        .hasValueSatisfying(
            t -> {
              assertThat(t.owner()).isEqualTo("uid-hash");
              assertThat(t.defaultVersion()).isEqualTo(2);
              assertThat(t.versions())
                  .containsExactlyInAnyOrder(
                      new LaunchTemplate.Version(1, "a", "", spec.image()),
                      new LaunchTemplate.Version(2, "b", "p", spec.image()));
            });
    launchTemplates.prune(1);
    launchTemplates.prune(1);
    assertThat(launchTemplates.observe().orElseThrow().versions()).hasSize(1);
    launchTemplates.delete();
    launchTemplates.delete();
    assertThat(launchTemplates.observe()).isEmpty();
  }
}
