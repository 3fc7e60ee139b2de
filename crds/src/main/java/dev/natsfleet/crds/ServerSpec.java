package dev.natsfleet.crds;

import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.natsfleet.crds.schema.OwnedConfigKeys;
import dev.natsfleet.crds.schema.OwnedConfigRules;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of nats-server.
 *
 * @param maxPayload largest message, such as {@code 1Mi}
 * @param lameDuckDuration over how long clients are moved away, such as {@code 2m}; at least 30s
 * @param config merged into nats-server.conf as it stands
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@SchemaCustomizer(OwnedConfigRules.class)
public record ServerSpec(
    @JsonPropertyDescription("Largest message, 1 to 64Mi bytes: a number, or one with Ki or Mi.")
        @Default("1Mi")
        @Size(max = 16) @ValidationRule(
            value =
                "self.matches('^[1-9][0-9]*(Ki|Mi)?$')"
                    + " && quantity(self).compareTo(quantity('64Mi')) <= 0",
            messageExpression =
                "'spec.server.maxPayload ' + self + ' is not a size from 1 to 64Mi, the limit of"
                    + " nats-server: write bytes, Ki or Mi, for example 1Mi'")
        String maxPayload,
    @JsonPropertyDescription(
            "Over how long the clients of a leaving server are moved away: hours, minutes and"
                + " seconds such as 1m30s; 30s to 1h.")
        @Default("2m")
        @Size(max = 16) @ValidationRule(
            value = "self.matches('^([0-9]{1,4}h)?([0-9]{1,4}m)?([0-9]{1,4}s)?$') && self != ''",
            messageExpression =
                "'spec.server.lameDuckDuration ' + self + ' is not a duration: write hours, minutes"
                    + " and seconds, for example 2m or 1m30s'")
        @ValidationRule(
            value =
                "!self.matches('^([0-9]{1,4}h)?([0-9]{1,4}m)?([0-9]{1,4}s)?$') || self == ''"
                    + " || (duration(self) >= duration('30s') && duration(self) <= duration('1h'))",
            messageExpression =
                "'spec.server.lameDuckDuration ' + self + ' is not from 30s, which nats-server"
                    + " demands, to 1h: choose one between, 2m is usual'")
        String lameDuckDuration,
    @JsonPropertyDescription(
            "Merged into nats-server.conf as it stands. What natsfleet writes itself is refused"
                + " here.")
        @Default("{}")
        Map<String, Object> config) {

  /** What nats-server gets when nothing is said. */
  public static final ServerSpec DEFAULTS = new ServerSpec("1Mi", "2m", Map.of());

  public ServerSpec {
    maxPayload = requireNonNullElse(maxPayload, "1Mi");
    lameDuckDuration = requireNonNullElse(lameDuckDuration, "2m");
    config = unmodifiableMap(new LinkedHashMap<>(requireNonNullElse(config, Map.of())));
  }

  /**
   * Why keys of {@link #config} cannot be taken, one sentence each. The schema refuses them in
   * lower case; nats-server reads them in any case, and so does this.
   */
  public List<String> refusals() {
    return OwnedConfigKeys.refusals(config);
  }
}
