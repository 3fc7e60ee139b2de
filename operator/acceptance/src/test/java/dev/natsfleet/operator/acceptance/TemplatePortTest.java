package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.port.TemplateSpec;
import dev.natsfleet.operator.port.Templates;
import org.junit.jupiter.api.Test;

/** The port of launch templates keeps what it promises, over the wire. */
class TemplatePortTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldMakeOneVersionForOneHash() {
    // Given
    Templates templates = aws.region().templates(AwsPorts.id("hash"));
    TemplateSpec spec = AwsPorts.template("hash", "c7g.large");

    // When
    templates.create(spec, "a");
    templates.create(AwsPorts.template("hash", "c7g.xlarge"), "b");
    templates.create(AwsPorts.template("hash", "c7g.xlarge"), "b");

    // Then
    assertThat(templates.observe())
        .hasValueSatisfying(
            t -> {
              assertThat(t.owner()).isEqualTo("uid-hash");
              assertThat(t.defaultVersion()).isEqualTo(2);
              assertThat(t.versions())
                  .containsExactlyInAnyOrder(
                      new Template.Version(1, "a"), new Template.Version(2, "b"));
            });
    templates.prune(1);
    templates.prune(1);
    assertThat(templates.observe().orElseThrow().versions()).hasSize(1);
    templates.delete();
    templates.delete();
    assertThat(templates.observe()).isEmpty();
  }
}
