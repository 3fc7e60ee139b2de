package dev.natsfleet.crds;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.natsfleet.crds.schema.NumbersInMessages;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * Periods of the registry rows, in seconds; the defaults are those of aws-nats.
 *
 * @param heartbeatSeconds between two heartbeats of a node at rest
 * @param aliveSeconds without a heartbeat after which a node no longer counts as alive
 * @param forgetSeconds without a heartbeat after which its route is dropped
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(
    value = "self.aliveSeconds >= 2 * self.heartbeatSeconds",
    fieldPath = ".aliveSeconds",
    messageExpression =
        "'spec.registration.aliveSeconds ' + string(self.aliveSeconds) + ' is less than twice"
            + " heartbeatSeconds ' + string(self.heartbeatSeconds) + ', so one late heartbeat would"
            + " count as a death: use at least ' + string(2 * self.heartbeatSeconds)")
@ValidationRule(
    value = "self.forgetSeconds > self.aliveSeconds",
    fieldPath = ".forgetSeconds",
    messageExpression =
        "'spec.registration.forgetSeconds ' + string(self.forgetSeconds) + ' is not above"
            + " aliveSeconds ' + string(self.aliveSeconds) + ': use more, ten times is usual'")
@SchemaCustomizer(NumbersInMessages.class)
public record RegistrationSpec(
    @JsonPropertyDescription("Seconds between two heartbeats of a node at rest.")
        @Default("10")
        @Min(1) @Max(300) int heartbeatSeconds,
    @JsonPropertyDescription(
            "Seconds without a heartbeat after which a node no longer counts as alive.")
        @Default("30")
        @Min(2) @Max(3600) int aliveSeconds,
    @JsonPropertyDescription("Seconds without a heartbeat after which its route is dropped.")
        @Default("300")
        @Min(3) @Max(86400) int forgetSeconds) {

  /** The periods of aws-nats. */
  public static final RegistrationSpec DEFAULTS = read(null, null, null);

  /** Reads what a user wrote; what is missing gets the default of the schema. */
  @JsonCreator
  static RegistrationSpec read(
      @JsonProperty("heartbeatSeconds") @Nullable Integer heartbeatSeconds,
      @JsonProperty("aliveSeconds") @Nullable Integer aliveSeconds,
      @JsonProperty("forgetSeconds") @Nullable Integer forgetSeconds) {
    return new RegistrationSpec(
        requireNonNullElse(heartbeatSeconds, 10),
        requireNonNullElse(aliveSeconds, 30),
        requireNonNullElse(forgetSeconds, 300));
  }
}
