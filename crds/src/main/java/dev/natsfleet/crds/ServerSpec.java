package dev.natsfleet.crds;

import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.natsfleet.crds.schema.ReservedConfigKeys;
import dev.natsfleet.crds.schema.ReservedConfigRules;
import dev.natsfleet.crds.schema.ServerRangeRules;
import dev.natsfleet.crds.schema.ServerRanges;
import dev.natsfleet.values.DurationFormat;
import dev.natsfleet.values.SizeFormat;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings of nats-server. A component is named after the key of nats-server.conf that it becomes:
 * {@code maxPayload} after {@code max_payload}.
 *
 * @param maxPayload largest message, such as {@code 1Mi}; {@link #maxPayloadBytes} reads it
 * @param lameDuckDuration over how long clients are moved away, such as {@code 2m}; {@link
 *     #lameDuck} reads it
 * @param config merged into nats-server.conf as it stands
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@OmitNulls
@SchemaCustomizer(ReservedConfigRules.class)
@SchemaCustomizer(ServerRangeRules.class)
public record ServerSpec(
    @JsonPropertyDescription("Largest message, 1 to 64Mi: a size such as 512Ki or 1Mi.")
        @Default("1Mi")
        @Size(max = 16) String maxPayload,
    @JsonPropertyDescription(
            "Over how long the clients of a leaving server are moved away: a duration from 30s to"
                + " 1h such as 2m or 1m30s, rounded up to whole seconds.")
        @Default("2m")
        @Size(max = 16) String lameDuckDuration,
    @JsonPropertyDescription(
            "Merged into nats-server.conf as it stands. What natsfleet writes itself is refused"
                + " here, and so is a key that docs/reference/natscluster.md does not list.")
        @Default("{}")
        Map<String, Object> config) {

  /** What nats-server gets when the user writes nothing. */
  public static final ServerSpec DEFAULTS = new ServerSpec("1Mi", "2m", Map.of());

  public ServerSpec {
    maxPayload = requireNonNullElse(maxPayload, "1Mi");
    lameDuckDuration = requireNonNullElse(lameDuckDuration, "2m");
    config = unmodifiableMap(new LinkedHashMap<>(requireNonNullElse(config, Map.of())));
  }

  /** Largest message in bytes; only of a specification without {@link #problems}. */
  public long maxPayloadBytes() {
    return SizeFormat.parse(maxPayload);
  }

  /** The lame duck duration; only of a specification without {@link #problems}. */
  public Duration lameDuck() {
    return DurationFormat.parse(lameDuckDuration);
  }

  /**
   * What is wrong with the values, one sentence each. The schema says the same of the ranges; of
   * the keys of {@link #config} it refuses the reserved ones in lower case only, and cannot refuse
   * those that are unknown.
   */
  public List<String> problems() {
    Stream<String> ranges =
        Stream.of(
                ServerRanges.MAX_PAYLOAD.problem(maxPayload),
                ServerRanges.LAME_DUCK.problem(lameDuckDuration))
            .flatMap(Optional::stream);
    return Stream.concat(ranges, refusedKeys().stream()).toList();
  }

  /** The names of the fields. */
  public static List<String> fields() {
    return Arrays.stream(ServerSpec.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  private List<String> refusedKeys() {
    return ReservedConfigKeys.refusals(config, fields());
  }
}
